package org.solidarity.pledge.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.PLEDGE;
import static org.solidarity.platform.jooq.Tables.PLEDGE_ENTRY;
import static org.solidarity.platform.jooq.Tables.RECOUNT_PLEDGES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jooq.DSLContext;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.PledgeType;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.TestContextManager;

/**
 * Random histories, recorded in random order and backdated: what the database says of
 * them is what the {@link Oracle} says, at every day and as known at every moment.
 */
@ApiTest
class LedgerProperties {

	private static final LocalDate START = LocalDate.of(2025, 1, 1);

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	@Autowired
	PledgeFixture fixture;

	@Autowired
	Said said;

	private Oracle oracle;

	private List<UUID> ids;

	private List<Instant> recorded;

	private Map<Oracle.Row, UUID> rows;

	LedgerProperties() throws Exception {
		new TestContextManager(LedgerProperties.class).prepareTestInstance(this);
	}

	@Provide
	Arbitrary<List<Histories.Promised>> promises() {
		return Histories.promises();
	}

	@Provide
	Arbitrary<List<Histories.Step>> steps() {
		return Histories.steps();
	}

	@Property(tries = 25)
	void theDatabaseSaysWhatTheOracleSays(@ForAll("promises") List<Histories.Promised> promises,
			@ForAll("steps") List<Histories.Step> steps) {
		UUID campaign = this.fixture.campaign();
		UUID body = this.fixture.body();
		this.oracle = new Oracle();
		this.ids = new ArrayList<>();
		this.recorded = new ArrayList<>();
		this.rows = new HashMap<>();
		promises.forEach(promised -> promise(campaign, body, promised));
		Map<LocalDate, Object> before = null;
		int half = 0;
		for (int i = 0; i < steps.size(); i++) {
			step(steps.get(i));
			if (steps.get(i).which() == 9) {
				fold(steps.get(i).day());
			}
			if (i == steps.size() / 2) {
				half = this.recorded.size() - 1;
				before = report(campaign, null);
			}
		}
		for (int day : new int[] { 0, 10, 25, 40, 61 }) {
			LocalDate asOf = START.plusDays(day);
			assertSame(campaign, asOf, this.recorded.size(), null);
			assertSame(campaign, asOf, half, this.recorded.get(half));
		}
		assertThat(report(campaign, this.recorded.get(half))).isEqualTo(before);
		assertThat(this.<Integer>write(() -> this.sql.fetchCount(RECOUNT_PLEDGES(campaign)))).isZero();
	}

	private Map<LocalDate, Object> report(UUID campaign, Instant known) {
		Map<LocalDate, Object> report = new TreeMap<>();
		for (int day : new int[] { 5, 30, 61 }) {
			report.put(START.plusDays(day), this.said.totals(campaign, START.plusDays(day), known));
		}
		return report;
	}

	private void assertSame(UUID campaign, LocalDate asOf, int number, Instant known) {
		var amounts = this.said.amounts(this.ids, asOf, known);
		for (int i = 0; i < this.ids.size(); i++) {
			assertThat(amounts.get(this.ids.get(i))).as("pledge %s at %s known at %s", i, asOf, number)
				.isEqualTo(this.oracle.amounts(this.oracle.pledges.get(i), asOf, number));
		}
		assertThat(this.said.totals(campaign, asOf, known)).isEqualTo(this.oracle.totals(asOf, number));
	}

	private void promise(UUID campaign, UUID body, Histories.Promised promised) {
		String currency = new String[] { "USD", "JPY", "KWD", null }[promised.kind()];
		int target = promised.target() < this.ids.size()
				&& this.oracle.pledges.get(promised.target()).unit.equals(Said.unit(currency)) ? promised.target() : -1;
		var day = START.plusDays(promised.day());
		var due = promised.due().stream().map(START::plusDays).toList();
		UUID id = write(() -> this.sql.insertInto(PLEDGE)
			.set(PLEDGE.CAMPAIGN_ID, campaign)
			.set(PLEDGE.BODY_ID, body)
			.set(PLEDGE.TYPE, currency == null ? PledgeType.VOLUNTEER_HOURS : PledgeType.MONEY)
			.set(PLEDGE.CURRENCY, currency)
			.set(PLEDGE.AMOUNT, Said.amount(Said.unit(currency), promised.units()))
			.set(PLEDGE.PLEDGED_ON, day)
			.set(PLEDGE.CONFIRMED_ON, promised.confirmed() ? day : null)
			.set(PLEDGE.CONDITION, promised.conditional() ? "If" : null)
			.set(PLEDGE.DUE_DATES, due.toArray(LocalDate[]::new))
			.set(PLEDGE.COUNTS_TOWARD_ID, target < 0 ? null : this.ids.get(target))
			.returning(PLEDGE.ID)
			.fetchSingle(PLEDGE.ID));
		var promise = new Oracle.Promise(Said.unit(currency), day, due, promised.conditional(),
				target < 0 ? null : this.oracle.pledges.get(target));
		this.ids.add(id);
		this.oracle.pledges.add(promise);
		write(() -> this.sql.select(PLEDGE_ENTRY.RECORDED_AT)
			.from(PLEDGE_ENTRY)
			.where(PLEDGE_ENTRY.PLEDGE_ID.eq(id))
			.orderBy(PLEDGE_ENTRY.RECORDED_AT)
			.fetch(PLEDGE_ENTRY.RECORDED_AT)).forEach(this.recorded::add);
		int number = this.recorded.size() - 1;
		promise.rows.add(new Oracle.Row(PledgeEntryKind.ORIGINAL, promised.units(), day, null,
				promised.confirmed() ? number - 1 : number));
		if (promised.confirmed()) {
			promise.rows.add(new Oracle.Row(PledgeEntryKind.CONFIRMED, 0, day, null, number));
		}
	}

	/** Folds some of the deltas, and moves the day of the folds to and fro. */
	private void fold(int day) {
		write(() -> Routines.foldPledgeDeltas(this.sql.configuration(), 7, START.plusDays(day)));
	}

	/** Records a step, or sees it refused, as the oracle says. */
	private void step(Histories.Step step) {
		int index = step.pledge() % this.ids.size();
		var promise = this.oracle.pledges.get(index);
		Oracle.Row reversed = null;
		if (step.kind() == PledgeEntryKind.FULFILMENT_REVERSAL || step.kind() == PledgeEntryKind.WRITE_OFF_REVERSAL) {
			var of = PledgeEntryKind.valueOf(step.kind().name().replace("_REVERSAL", ""));
			var candidates = promise.rows.stream().filter(row -> row.kind() == of).toList();
			if (candidates.isEmpty()) {
				return;
			}
			reversed = candidates.get(step.which() % candidates.size());
		}
		long units = reversed == null ? step.units() : Math.abs(step.units()) % 40;
		boolean plain = step.kind() == PledgeEntryKind.CONFIRMED || step.kind() == PledgeEntryKind.CONDITION_MET;
		var row = new Oracle.Row(step.kind(), plain ? 0 : units,
				reversed == null ? START.plusDays(step.day()) : reversed.day().plusDays(step.which() - 1), reversed,
				this.recorded.size());
		if (!Oracle.allows(promise, row)) {
			assertThat(insert(index, row, reversed, plain, promise)).as("%s must be refused", row).isNull();
			return;
		}
		var inserted = insert(index, row, reversed, plain, promise);
		assertThat(inserted).as("%s must be taken", row).isNotNull();
		Statistics.label("taken").collect(row.kind());
		promise.rows.add(row);
		this.rows.put(row, inserted);
		this.recorded.add(write(() -> this.sql.select(org.jooq.impl.DSL.max(PLEDGE_ENTRY.RECORDED_AT))
			.from(PLEDGE_ENTRY)
			.where(PLEDGE_ENTRY.ID.eq(inserted).or(PLEDGE_ENTRY.COUNTED_FROM_ID.eq(inserted)))
			.fetchSingle()
			.value1()));
	}

	private UUID insert(int index, Oracle.Row row, Oracle.Row reversed, boolean plain, Oracle.Promise promise) {
		try {
			return write(() -> this.sql.insertInto(PLEDGE_ENTRY)
				.set(PLEDGE_ENTRY.PLEDGE_ID, this.ids.get(index))
				.set(PLEDGE_ENTRY.KIND, row.kind())
				.set(PLEDGE_ENTRY.AMOUNT, plain ? null : Said.amount(promise.unit, row.units()))
				.set(PLEDGE_ENTRY.EFFECTIVE_ON, row.day())
				.set(PLEDGE_ENTRY.REVERSES_ID, reversed == null ? null : this.rows.get(reversed))
				.returning(PLEDGE_ENTRY.ID)
				.fetchSingle(PLEDGE_ENTRY.ID));
		}
		catch (DataIntegrityViolationException refused) {
			return null;
		}
	}

	private <T> T write(java.util.function.Supplier<T> work) {
		return this.transactions.write(Viewer.SYSTEM, work);
	}

}
