package org.solidarity.pledge.turnout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.BODY;

import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.pledge.TurnoutFixture;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

/** What was promised to an action beside what came of it, in one query. */
@ApiTest
class TurnoutAccountTest {

	static final String ASK = """
			query ($a: ID!) { node(id: $a) { ... on Action { turnoutAccounts { totalCount nodes { body { name } pledged accepted
			  checkedIn headcount total shortfall showRate } } } } }""";

	@Autowired
	PledgeFixture pledges;

	@Autowired
	TurnoutFixture turnout;

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Walls walls;

	@Autowired
	Statements statements;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	UUID campaign;

	UUID ours;

	UUID others;

	Viewer staff;

	Viewer coordinator;

	@BeforeEach
	void twoBodies() {
		this.ours = body("A ours");
		this.others = body("B others");
		this.staff = this.viewers.staff();
		this.coordinator = this.viewers.coordinator(this.ours);
		this.campaign = this.pledges.campaign(this.staff, this.coordinator);
	}

	@Test
	void whatWasPledgedStandsBesideWhatCame() {
		UUID action = this.turnout.action(this.campaign, this.ours);
		promise(action, this.ours, "20");
		promise(action, this.others, "7");
		this.turnout.comes(this.campaign, action, this.ours, 2);
		this.turnout.comes(this.campaign, action, this.ours, 0);
		this.turnout.counted(this.campaign, action, this.ours, 10);
		UUID guests = body("C guests");
		this.turnout.comes(this.campaign, action, guests, 0);
		String own = "{body: {name: 'A ours'}, pledged: 20, accepted: 0, checkedIn: 4, headcount: 10, total: 14, shortfall: 6, showRate: null}";
		this.api.ask(this.staff, ASK, "a", Some.id("act", action))
			.is("{node: {turnoutAccounts: {totalCount: 3, nodes: [" + own
					+ ", {body: {name: 'B others'}, pledged: 7, accepted: 0, checkedIn: 0, headcount: 0, total: 0, shortfall: 7, showRate: null}"
					+ ", {body: {name: 'C guests'}, pledged: null, accepted: 0, checkedIn: 1, headcount: 0, total: 1, shortfall: null, showRate: null}]}}}");
		this.api.ask(this.coordinator, ASK, "a", Some.id("act", action))
			.is("{node: {turnoutAccounts: {totalCount: 1, nodes: [" + own + "]}}}");
	}

	@Test
	void anotherBodysPledgeIsNotToldWithEitherWallDown() {
		UUID action = this.turnout.action(this.campaign, this.ours);
		promise(action, this.others, "7");
		var nothing = "{node: {turnoutAccounts: {totalCount: 0, nodes: []}}}";
		this.api.ask(this.coordinator, ASK, "a", Some.id("act", action)).is(nothing);
		this.walls.without(() -> this.api.ask(this.coordinator, ASK, "a", Some.id("act", action)).is(nothing), "pledge",
				"pledge_entry", "pledge_turnout");
	}

	@Test
	void fiftyActionsCostWhatOneCosts() {
		var document = """
				query ($c: ID!) { node(id: $c) { ... on Campaign { actions(first: 50) { nodes { title turnout { total showRate }
				  turnoutAccounts(first: 5) { nodes { pledged shortfall total body { name } } } } } } } }""";
		promise(this.turnout.action(this.campaign, this.ours), this.ours, "5");
		String id = Some.id("cam", this.campaign);
		int one = this.statements.during(() -> this.api.ask(this.staff, document, "c", id).at("/node"));
		for (int i = 0; i < 49; i++) {
			UUID action = this.turnout.action(this.campaign, this.ours);
			this.turnout.comes(this.campaign, action, this.ours, 0);
			if (i < 5) {
				promise(action, this.others, "5");
			}
		}
		assertThat(this.statements.during(() -> this.api.ask(this.staff, document, "c", id).at("/node")))
			.isEqualTo(one);
	}

	private void promise(UUID action, UUID body, String people) {
		this.pledges.pledge(this.staff, this.campaign, body, people, "type", "TURNOUT", "currency", null, "actionId",
				Some.id("act", action));
	}

	private UUID body(String name) {
		UUID body = this.pledges.body();
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.update(BODY).set(BODY.NAME, name).where(BODY.ID.eq(body)).execute());
		return body;
	}

}
