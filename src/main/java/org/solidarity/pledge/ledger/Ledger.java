package org.solidarity.pledge.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.endorsement.Moment;
import org.solidarity.platform.Checks;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;
import org.solidarity.platform.jooq.enums.PledgeState;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.pledge.Pledge;
import org.solidarity.pledge.Pledges;
import org.solidarity.pledge.Quantity;
import org.solidarity.pledge.totals.PledgePosition;
import org.solidarity.pledge.totals.Totals;
import org.springframework.stereotype.Service;

/** What became of the pledges that the viewer may see: read, and added to. */
@Service
public class Ledger implements NodeSource {

	private final LedgerRepository entries;

	private final Pledges pledges;

	private final Totals totals;

	private final Campaigns campaigns;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	Ledger(LedgerRepository entries, Pledges pledges, Totals totals, Campaigns campaigns, Transactions transactions,
			Idempotency idempotency, Clock clock) {
		this.entries = entries;
		this.pledges = pledges;
		this.totals = totals;
		this.campaigns = campaigns;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return PledgeEntry.PREFIX;
	}

	@Override
	public Map<UUID, PledgeEntry> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.entries.find(viewer, ids));
	}

	Map<UUID, Connection<PledgeEntry>> ofPledges(Viewer viewer, Collection<UUID> pledges, PageRequest page) {
		return this.transactions.read(viewer, () -> this.entries.list(viewer, pledges, page));
	}

	/**
	 * Records that something of a pledge came.
	 * @return the pledge as it then is
	 * @throws Invalid where it cannot stand
	 */
	public Pledge fulfil(Viewer viewer, RecordFulfilment.Input input) {
		return add(viewer, "recordFulfilment", input);
	}

	/**
	 * Adds a row to the ledger of a pledge.
	 * @return the pledge as it then is
	 * @throws Invalid where the act cannot stand
	 */
	Pledge add(Viewer viewer, String mutation, Act act) {
		Pledges.requireKeeper(viewer);
		act.row().check();
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, mutation, act.idempotencyKey(), act, () -> insert(viewer, act));
			return Objects.requireNonNull(this.pledges.nodes(viewer, List.of(id)).get(id));
		});
	}

	private UUID insert(Viewer viewer, Act act) {
		Act.Row row = act.row();
		PledgeEntry reversed = reversed(viewer, act);
		Pledge pledge = reversed == null ? this.pledges.require(viewer, act.on(), "input", act.onField()) : Objects
			.requireNonNull(this.pledges.nodes(viewer, List.of(reversed.pledgeId())).get(reversed.pledgeId()));
		LocalDate today = Objects
			.requireNonNull(this.campaigns.nodes(viewer, List.of(pledge.campaignId())).get(pledge.campaignId()))
			.today(this.clock);
		LocalDate day = Objects.requireNonNullElse(row.effectiveOn(), today);
		BigDecimal amount = switch (row.kind()) {
			case WRITE_OFF, CANCELLATION -> ofOutstanding(viewer, pledge, row, day.isAfter(today) ? day : today);
			case FULFILMENT_REVERSAL, WRITE_OFF_REVERSAL ->
				row.amount() != null ? row.amount() : this.entries.unreversed(act.on().of(PledgeEntry.PREFIX));
			case ORIGINAL, AMENDMENT, CONFIRMED, CONDITION_MET, FULFILMENT -> row.amount();
		};
		check(pledge, row, amount);
		this.entries.insert(viewer, pledge, row, amount, day, reversed == null ? null : reversed.id());
		return pledge.id();
	}

	private @Nullable PledgeEntry reversed(Viewer viewer, Act act) {
		PledgeEntryKind of = switch (act.row().kind()) {
			case FULFILMENT_REVERSAL -> PledgeEntryKind.FULFILMENT;
			case WRITE_OFF_REVERSAL -> PledgeEntryKind.WRITE_OFF;
			default -> null;
		};
		if (of == null) {
			return null;
		}
		UUID id = act.on().of(PledgeEntry.PREFIX);
		PledgeEntry entry = nodes(viewer, List.of(id)).get(id);
		if (entry == null || entry.kind() != of) {
			throw new Invalid(UserError.Code.NOT_FOUND,
					act.onField() + " is not the id of a " + of + " in the ledger of a pledge.", "input",
					act.onField());
		}
		return entry;
	}

	/** The amount given, or all that is outstanding, which it may not exceed. */
	private BigDecimal ofOutstanding(Viewer viewer, Pledge pledge, Act.Row row, LocalDate day) {
		this.entries.lock(pledge.id());
		PledgePosition position = this.totals.positions(viewer, List.of(pledge.id()), new Moment(day, null))
			.get(pledge.id());
		if (position == null || position.state() != PledgeState.IN_FORCE) {
			throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED,
					"The pledge is only proposed or conditional: nothing is outstanding yet. Amend it to less instead.",
					"input", "pledgeId");
		}
		BigDecimal outstanding = position.amounts().outstanding();
		BigDecimal amount = row.amount() != null ? row.amount() : outstanding;
		new Checks()
			.that(outstanding.signum() > 0, UserError.Code.MOVE_NOT_ALLOWED, "Nothing of the pledge is outstanding.",
					"input", "pledgeId")
			.that(amount.compareTo(outstanding) <= 0, UserError.Code.OUT_OF_RANGE,
					"amount is more than what is outstanding; allowed is up to " + outstanding.toPlainString() + ".",
					"input", "amount")
			.done();
		return amount;
	}

	private static void check(Pledge pledge, Act.Row row, @Nullable BigDecimal amount) {
		var checks = new Checks().that(row.currency() == null || row.currency().equals(pledge.currency()),
				UserError.Code.INVALID,
				"currency is not that of the pledge; allowed is "
						+ Objects.requireNonNullElse(pledge.currency(), "none, as it is not money") + ".",
				"input", "currency");
		if (amount != null) {
			Quantity.check(checks, amount, pledge.unit(), pledge.currency(), "input", row.amountField());
		}
		checks.done();
	}

}
