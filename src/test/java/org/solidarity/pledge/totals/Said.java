package org.solidarity.pledge.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.PLEDGE_AMOUNTS;
import static org.solidarity.platform.jooq.Tables.PLEDGE_SUMS;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.PledgeGrain;
import org.solidarity.platform.jooq.enums.PledgeType;
import org.solidarity.platform.jooq.enums.PledgeUnit;
import org.springframework.stereotype.Component;

/** What the database says of pledges, in the words of the {@link Oracle}. */
@Component
class Said {

	private final DSLContext sql;

	private final Transactions transactions;

	Said(DSLContext sql, Transactions transactions) {
		this.sql = sql;
		this.transactions = transactions;
	}

	Map<UUID, Oracle.Amounts> amounts(List<UUID> ids, LocalDate asOf, Instant known) {
		return this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.selectFrom(PLEDGE_AMOUNTS(null, null, ids.toArray(UUID[]::new), asOf, known, null))
					.fetchMap(row -> row.getPledgeId(), row -> {
						assertThat(row.getPledged()).isEqualByComparingTo(row.getDelivered()
							.add(row.getCancelled())
							.add(row.getWrittenOff())
							.add(row.getOutstanding()));
						var unit = row.getUnit() == PledgeUnit.HOURS ? "HOURS" : row.getCurrency();
						return new Oracle.Amounts(units(unit, row.getPledged()), units(unit, row.getDelivered()),
								units(unit, row.getOverpaid()), units(unit, row.getCancelled()),
								units(unit, row.getWrittenOff()), units(unit, row.getOutstanding()),
								units(unit, row.getOverdue()), units(unit, row.getProposed()),
								units(unit, row.getConditional()));
					}));
	}

	/**
	 * As known now they come from the kept sums of every grain, and the ledger agrees.
	 */
	Map<String, Oracle.Amounts> totals(UUID campaign, LocalDate asOf, Instant known) {
		if (known != null) {
			return totals(campaign, PledgeGrain.CAMPAIGN, asOf, known);
		}
		var totals = totals(campaign, PledgeGrain.CAMPAIGN, asOf, null);
		assertThat(totals(campaign, PledgeGrain.BODY, asOf, null)).isEqualTo(totals);
		assertThat(totals(campaign, PledgeGrain.DETAIL, asOf, null)).isEqualTo(totals);
		return totals;
	}

	private Map<String, Oracle.Amounts> totals(UUID campaign, PledgeGrain grain, LocalDate asOf, Instant known) {
		Map<String, Oracle.Amounts> totals = new TreeMap<>();
		Map<String, Long> pledges = new HashMap<>();
		this.transactions
			.write(Viewer.SYSTEM, () -> this.sql.selectFrom(PLEDGE_SUMS(campaign, null, grain, asOf, known)).fetch())
			.forEach(row -> {
				var unit = row.getType() == PledgeType.VOLUNTEER_HOURS ? "HOURS" : row.getCurrency();
				pledges.merge(unit, row.getPledges(), Long::sum);
				long outstanding = units(unit,
						row.getPledged()
							.subtract(row.getDelivered())
							.subtract(row.getCancelled())
							.subtract(row.getWrittenOff()));
				totals.merge(unit,
						new Oracle.Amounts(units(unit, row.getPledged()), units(unit, row.getDelivered()),
								units(unit, row.getOverpaid()), units(unit, row.getCancelled()),
								units(unit, row.getWrittenOff()), outstanding, units(unit, row.getOverdue()),
								units(unit, row.getProposed()), units(unit, row.getConditional())),
						Oracle.Amounts::plus);
			});
		totals.keySet().removeIf(unit -> pledges.get(unit) == 0);
		return totals;
	}

	static String unit(String currency) {
		return currency == null ? "HOURS" : currency;
	}

	private static int scale(String unit) {
		return switch (unit) {
			case "JPY" -> 0;
			case "KWD" -> 3;
			default -> 2;
		};
	}

	static BigDecimal amount(String unit, long units) {
		return BigDecimal.valueOf(units, scale(unit));
	}

	private static long units(String unit, BigDecimal amount) {
		return amount.movePointRight(scale(unit)).longValueExact();
	}

}
