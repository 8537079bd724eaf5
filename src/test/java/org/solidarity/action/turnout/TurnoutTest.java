package org.solidarity.action.turnout;

import static org.solidarity.platform.jooq.Tables.ACTION;
import static org.solidarity.platform.jooq.Tables.HEADCOUNT;
import static org.solidarity.platform.jooq.Tables.PARTICIPATION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.ActionKind;
import org.solidarity.platform.jooq.enums.HeadcountMethod;
import org.solidarity.platform.jooq.enums.ParticipationOutcome;
import org.solidarity.platform.jooq.enums.Visibility;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told which numbers. */
@ApiTest
class TurnoutTest {

	static final String ASK = """
			query ($a: ID!) { node(id: $a) { ... on Action { turnout { checkedIn total
			  byBody { nodes { checkedIn headcount total } } } } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	UUID campaign;

	UUID ours;

	UUID others;

	UUID action;

	@BeforeEach
	void anActionOfTwoBodies() {
		this.campaign = this.some.campaign();
		this.ours = this.some.local("A ours");
		this.others = this.some.local("B others");
		this.action = this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(ACTION)
					.set(ACTION.CAMPAIGN_ID, this.campaign)
					.set(ACTION.KIND, ActionKind.RALLY)
					.set(ACTION.TITLE, "Rally")
					.set(ACTION.START_DATE, LocalDate.parse("2026-05-01"))
					.set(ACTION.TIME_ZONE, "UTC")
					.set(ACTION.STARTS_AT, Instant.parse("2026-05-01T00:00:00Z"))
					.set(ACTION.HOST_ID, this.ours)
					.set(ACTION.VISIBILITY, Visibility.PARTNER)
					.returning(ACTION.ID)
					.fetchSingle(ACTION.ID));
	}

	@Test
	void aPartnerIsNotToldOfFewerThanFiveNorWhatGivesThemAway() {
		Viewer partner = this.viewers.partner(this.ours);
		this.some.shareActions(this.campaign, partner);
		come(this.ours, 4);
		assertTold(partner,
				"{checkedIn: null, total: null, byBody: {nodes: [{checkedIn: null, headcount: 0, total: null}]}}");
		come(this.ours, 1);
		assertTold(partner, "{checkedIn: 5, total: 5, byBody: {nodes: [{checkedIn: 5, headcount: 0, total: 5}]}}");
		come(this.others, 3);
		assertTold(partner,
				"{checkedIn: null, total: null, byBody: {nodes: [{checkedIn: 5, headcount: 0, total: 5}]}}");
		come(this.others, 2);
		assertTold(partner, "{checkedIn: 10, total: 10, byBody: {nodes: [{checkedIn: 5, headcount: 0, total: 5}]}}");
		headcount(this.others, 3);
		assertTold(partner, "{checkedIn: 10, total: 13, byBody: {nodes: [{checkedIn: 5, headcount: 0, total: 5}]}}");
	}

	@Test
	void aCoordinatorIsToldOfItsBodiesAndStaffOfAll() {
		var staff = this.viewers.staff();
		var coordinator = this.viewers.coordinator(this.ours);
		work(staff);
		work(coordinator);
		come(this.ours, 1);
		come(this.others, 2);
		assertTold(coordinator, "{checkedIn: 1, total: 1, byBody: {nodes: [{checkedIn: 1, headcount: 0, total: 1}]}}");
		assertTold(staff,
				"{checkedIn: 3, total: 3, byBody: {nodes: [{checkedIn: 1, headcount: 0, total: 1}, {checkedIn: 2, headcount: 0, total: 2}]}}");
	}

	private void assertTold(Viewer viewer, String turnout) {
		this.api.ask(viewer, ASK, "a", Some.id("act", this.action)).is("{node: {turnout: " + turnout + "}}");
	}

	private void come(UUID body, int people) {
		this.transactions.write(Viewer.SYSTEM, () -> {
			for (int i = 0; i < people; i++) {
				this.sql.insertInto(PARTICIPATION)
					.set(PARTICIPATION.CONTROLLER_ID, body)
					.set(PARTICIPATION.BODY_ID, body)
					.set(PARTICIPATION.CAMPAIGN_ID, this.campaign)
					.set(PARTICIPATION.ACTION_ID, this.action)
					.set(PARTICIPATION.OUTCOME, ParticipationOutcome.ATTENDED)
					.set(PARTICIPATION.CHECKED_IN_AT, Instant.parse("2026-05-01T10:00:00Z"))
					.execute();
			}
			return null;
		});
	}

	private void headcount(UUID body, int count) {
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(HEADCOUNT)
					.set(HEADCOUNT.CAMPAIGN_ID, this.campaign)
					.set(HEADCOUNT.ACTION_ID, this.action)
					.set(HEADCOUNT.BODY_ID, body)
					.set(HEADCOUNT.COUNT, count)
					.set(HEADCOUNT.METHOD, HeadcountMethod.COUNTED)
					.set(HEADCOUNT.COUNTED_BY, "A marshal")
					.set(HEADCOUNT.COUNTS, true)
					.execute());
	}

	private void work(Viewer viewer) {
		this.some.worksOn(this.campaign, viewer);
	}

}
