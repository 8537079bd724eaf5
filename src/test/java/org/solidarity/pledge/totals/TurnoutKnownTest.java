package org.solidarity.pledge.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.ACTION;
import static org.solidarity.platform.jooq.Tables.HEADCOUNT;
import static org.solidarity.platform.jooq.Tables.PARTICIPATION;
import static org.solidarity.platform.jooq.Tables.PLEDGE;
import static org.solidarity.platform.jooq.Tables.PLEDGE_TURNOUT;
import static org.solidarity.platform.jooq.Tables.RECOUNT_PLEDGES;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.ActionKind;
import org.solidarity.platform.jooq.enums.HeadcountMethod;
import org.solidarity.platform.jooq.enums.ParticipationOutcome;
import org.solidarity.platform.jooq.enums.PledgeType;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** What came of a pledge of turnout is written down as it becomes known. */
@ApiTest
class TurnoutKnownTest {

	private static final LocalDate DAY = LocalDate.of(2025, 5, 1);

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	PledgeFixture fixture;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	Viewer staff;

	UUID body;

	UUID campaign;

	UUID action;

	String pledge;

	@BeforeEach
	void aPledgeOfTwentyPeople() {
		this.staff = this.viewers.staff();
		this.body = this.fixture.body();
		this.campaign = this.fixture.campaign(this.staff);
		this.action = write(() -> this.sql.insertInto(ACTION)
			.set(ACTION.CAMPAIGN_ID, this.campaign)
			.set(ACTION.KIND, ActionKind.RALLY)
			.set(ACTION.TITLE, "Rally")
			.set(ACTION.START_DATE, DAY)
			.set(ACTION.TIME_ZONE, "UTC")
			.set(ACTION.STARTS_AT, Instant.parse("2025-05-01T00:00:00Z"))
			.set(ACTION.HOST_ID, this.body)
			.returning(ACTION.ID)
			.fetchSingle(ACTION.ID));
		comes(3);
		this.pledge = this.fixture.pledge(this.staff, this.campaign, this.body, "20", "type", "TURNOUT", "currency",
				null, "actionId", Some.id("act", this.action));
	}

	@Test
	void whoCameBeforeThePledgeWasRecordedAndAfterItIsDeliveredFromTheDayOfTheActionOn() {
		delivered(null, null, 4);
		Instant early = known();
		comes(0);
		counted(7);
		delivered(null, null, 12);
		delivered(DAY.minusDays(1), null, 0);
		delivered(DAY, null, 12);
		delivered(null, early, 4);
		Instant before = known();
		counted(5);
		delivered(null, null, 10);
		delivered(null, before, 12);
		same();
	}

	@Test
	void whoTurnsOutNotToHaveComeIsTakenBackAndTheReportOfBeforeStays() {
		UUID one = comes(1);
		delivered(null, null, 6);
		Instant before = known();
		write(() -> this.sql.update(PARTICIPATION)
			.set(PARTICIPATION.OUTCOME, ParticipationOutcome.NO_SHOW)
			.setNull(PARTICIPATION.CHECKED_IN_AT)
			.where(PARTICIPATION.ID.eq(one))
			.execute());
		delivered(null, null, 4);
		delivered(null, before, 6);
		same();
	}

	@Test
	void anActionThatIsMovedTakesItsTurnoutAlong() {
		Instant before = known();
		write(() -> this.sql.update(ACTION)
			.set(ACTION.START_DATE, DAY.plusDays(10))
			.where(ACTION.ID.eq(this.action))
			.execute());
		delivered(DAY, null, 0);
		delivered(DAY.plusDays(10), null, 4);
		delivered(DAY, before, 4);
		same();
	}

	@Test
	void sixteenCheckInsAtOnceAreAllCounted() throws Exception {
		try (var threads = Executors.newFixedThreadPool(16)) {
			var all = IntStream.range(0, 16).mapToObj(i -> threads.submit(() -> comes(0))).toList();
			for (var one : all) {
				one.get();
			}
		}
		delivered(null, null, 20);
		same();
	}

	@Test
	void aCheckInAndAPledgeThatAreRecordedAtOnceDoNotMissEachOther() throws Exception {
		for (boolean pledgeFirst : new boolean[] { true, false }) {
			UUID other = this.fixture.body();
			Runnable promise = () -> promises(other);
			Runnable arrival = () -> comes(other, 1);
			atOnce(pledgeFirst ? promise : arrival, pledgeFirst ? arrival : promise);
			assertThat(kept(other)).isEqualTo(2);
			same();
		}
	}

	/** The second starts before the first has ended. */
	private void atOnce(Runnable first, Runnable second) throws Exception {
		try (var thread = Executors.newSingleThreadExecutor()) {
			var other = write(() -> {
				first.run();
				var running = thread.submit(second);
				try {
					running.get(500, TimeUnit.MILLISECONDS);
				}
				catch (TimeoutException waits) {
					return running;
				}
				catch (InterruptedException | ExecutionException ex) {
					throw new IllegalStateException(ex);
				}
				return running;
			});
			other.get();
		}
	}

	private void promises(UUID pledger) {
		write(() -> this.sql.insertInto(PLEDGE)
			.set(PLEDGE.CAMPAIGN_ID, this.campaign)
			.set(PLEDGE.BODY_ID, pledger)
			.set(PLEDGE.TYPE, PledgeType.TURNOUT)
			.set(PLEDGE.ACTION_ID, this.action)
			.set(PLEDGE.AMOUNT, BigDecimal.TEN)
			.set(PLEDGE.PLEDGED_ON, DAY)
			.execute());
	}

	private int kept(UUID pledger) {
		return write(() -> this.sql
			.select(org.jooq.impl.DSL.coalesce(org.jooq.impl.DSL.sum(PLEDGE_TURNOUT.HEADS), BigDecimal.ZERO))
			.from(PLEDGE_TURNOUT)
			.where(PLEDGE_TURNOUT.BODY_ID.eq(pledger))
			.fetchSingle()
			.value1()
			.intValueExact());
	}

	@Test
	void whoCameIsCashOfTheDayOfTheActionOrOfTheLaterPledge() {
		UUID other = this.fixture.body();
		comes(other, 1);
		write(() -> this.sql.insertInto(PLEDGE)
			.set(PLEDGE.CAMPAIGN_ID, this.campaign)
			.set(PLEDGE.BODY_ID, other)
			.set(PLEDGE.TYPE, PledgeType.TURNOUT)
			.set(PLEDGE.ACTION_ID, this.action)
			.set(PLEDGE.AMOUNT, BigDecimal.TEN)
			.set(PLEDGE.PLEDGED_ON, DAY.plusMonths(1))
			.execute());
		for (String known : new String[] { "", ", asKnownAt: \"2100-01-01T00:00:00Z\"" }) {
			this.api
				.ask(this.staff,
						"query ($id: ID!) { node(id: $id) { ... on Campaign {"
								+ " pledgeCash(from: \"2025-01-01\", until: \"2025-12-01\"" + known
								+ ") { month came { amount } } } } }",
						"id", PledgeFixture.campaignId(this.campaign))
				.is("{node: {pledgeCash: [{month: '2025-05-01', came: {amount: '4'}},"
						+ " {month: '2025-06-01', came: {amount: '2'}}]}}");
		}
	}

	@Test
	void whatWasWrittenDownIsNeverChanged() {
		assertThatThrownBy(() -> write(() -> this.sql.deleteFrom(PLEDGE_TURNOUT).execute()))
			.hasStackTraceContaining("permission denied");
	}

	/** The kept sums say what the ledger says. */
	private void same() {
		assertThat(this.<Integer>write(() -> this.sql.fetchCount(RECOUNT_PLEDGES(this.campaign)))).isZero();
	}

	private void delivered(LocalDate asOf, Instant asKnownAt, int expected) {
		int delivered = Math.min(20, expected);
		var answer = this.api.ask(this.staff,
				"""
						query ($id: ID!, $asOf: Date, $known: DateTime) { node(id: $id) { ... on Pledge {
						  amounts(asOf: $asOf, asKnownAt: $known) { delivered }
						  campaign { pledgeTotals(asOf: $asOf, asKnownAt: $known) { amounts { delivered outstanding } } } } } }""",
				"id", this.pledge, "asOf", asOf == null ? null : asOf.toString(), "known",
				asKnownAt == null ? null : asKnownAt.toString());
		answer.is("{node: {amounts: {delivered: '" + delivered + "'}, campaign: {pledgeTotals: [{amounts: {delivered: '"
				+ delivered + "', outstanding: '" + (20 - delivered) + "'}}]}}}");
	}

	private Instant known() {
		return write(() -> this.sql.select(org.jooq.impl.DSL.max(PLEDGE_TURNOUT.RECORDED_AT))
			.from(PLEDGE_TURNOUT)
			.where(PLEDGE_TURNOUT.CAMPAIGN_ID.eq(this.campaign))
			.fetchSingle()
			.value1());
	}

	private UUID comes(int guests) {
		return comes(this.body, guests);
	}

	private UUID comes(UUID behalf, int guests) {
		return write(() -> this.sql.insertInto(PARTICIPATION)
			.set(PARTICIPATION.CONTROLLER_ID, behalf)
			.set(PARTICIPATION.CAMPAIGN_ID, this.campaign)
			.set(PARTICIPATION.ACTION_ID, this.action)
			.set(PARTICIPATION.BODY_ID, behalf)
			.set(PARTICIPATION.OUTCOME, ParticipationOutcome.ATTENDED)
			.set(PARTICIPATION.CHECKED_IN_AT, Instant.parse("2025-05-01T10:00:00Z"))
			.set(PARTICIPATION.GUESTS, guests)
			.returning(PARTICIPATION.ID)
			.fetchSingle(PARTICIPATION.ID));
	}

	private void counted(int people) {
		write(() -> this.sql.insertInto(HEADCOUNT)
			.set(HEADCOUNT.CAMPAIGN_ID, this.campaign)
			.set(HEADCOUNT.ACTION_ID, this.action)
			.set(HEADCOUNT.BODY_ID, this.body)
			.set(HEADCOUNT.COUNT, people)
			.set(HEADCOUNT.METHOD, HeadcountMethod.COUNTED)
			.set(HEADCOUNT.COUNTED_BY, "A marshal")
			.set(HEADCOUNT.COUNTS, true)
			.execute());
	}

	private <T> T write(Supplier<T> work) {
		return this.transactions.write(Viewer.SYSTEM, work);
	}

}
