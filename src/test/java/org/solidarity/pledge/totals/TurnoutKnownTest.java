package org.solidarity.pledge.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.ACTION;
import static org.solidarity.platform.jooq.Tables.PARTICIPATION;
import static org.solidarity.platform.jooq.Tables.PLEDGE_TURNOUT;
import static org.solidarity.platform.jooq.Tables.RECOUNT_PLEDGES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.ParticipationOutcome;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.pledge.TurnoutFixture;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** What came of a pledge of turnout is written down as it becomes known. */
@ApiTest
class TurnoutKnownTest {

	private static final LocalDate DAY = TurnoutFixture.DAY;

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	PledgeFixture fixture;

	@Autowired
	TurnoutFixture turnout;

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
		this.action = this.turnout.action(this.campaign, this.body);
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
	void whoCameIsCashOfTheDayOfTheActionOrOfTheLaterPledge() {
		UUID other = this.fixture.body();
		this.turnout.comes(this.campaign, this.action, other, 1);
		this.fixture.pledge(this.staff, this.campaign, other, "10", "type", "TURNOUT", "currency", null, "actionId",
				Some.id("act", this.action), "pledgedOn", "2025-06-01", "confirmedOn", "2025-06-01");
		for (String known : new String[] { "", ", asKnownAt: \"" + Instant.now() + "\"" }) {
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
		return this.turnout.comes(this.campaign, this.action, this.body, guests);
	}

	private void counted(int people) {
		this.turnout.counted(this.campaign, this.action, this.body, people);
	}

	private <T> T write(Supplier<T> work) {
		return this.transactions.write(Viewer.SYSTEM, work);
	}

}
