package org.solidarity.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.PLEDGE;
import static org.solidarity.platform.jooq.Tables.PLEDGE_DELTA;
import static org.solidarity.platform.jooq.Tables.PLEDGE_DUE_CHANGE;
import static org.solidarity.platform.jooq.Tables.PLEDGE_ENTRY;
import static org.solidarity.platform.jooq.Tables.PLEDGE_RECEIPT;
import static org.solidarity.platform.jooq.Tables.PLEDGE_SUM;
import static org.solidarity.platform.jooq.Tables.PLEDGE_TURNOUT;

import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;

/**
 * What the policies alone let each viewer read of every table of pledges: whose rows, of
 * two bodies and a member of the one.
 */
@ApiTest
class PledgePolicyTest {

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

	@Autowired
	LiquibaseConnectionDetails owner;

	UUID campaign;

	UUID ours;

	UUID theirs;

	Viewer coordinator;

	/** Where the rows of a table lie, and whose they are. */
	private record Rows(Table<?> table, Field<UUID> campaign, Field<UUID> body, Condition ofMember) {
	}

	private static final List<Rows> TABLES = List.of(
			new Rows(PLEDGE, PLEDGE.CAMPAIGN_ID, PLEDGE.BODY_ID, PLEDGE.PERSON_ID.isNotNull()),
			new Rows(PLEDGE_ENTRY, PLEDGE_ENTRY.CAMPAIGN_ID, PLEDGE_ENTRY.BODY_ID, PLEDGE_ENTRY.OF_MEMBER.isTrue()),
			new Rows(PLEDGE_DUE_CHANGE, PLEDGE_DUE_CHANGE.CAMPAIGN_ID, PLEDGE_DUE_CHANGE.BODY_ID,
					PLEDGE_DUE_CHANGE.OF_MEMBER.isTrue()),
			new Rows(PLEDGE_RECEIPT, PLEDGE_RECEIPT.CAMPAIGN_ID, PLEDGE_RECEIPT.BODY_ID,
					PLEDGE_RECEIPT.OF_MEMBER.isTrue()),
			new Rows(PLEDGE_TURNOUT, PLEDGE_TURNOUT.CAMPAIGN_ID, PLEDGE_TURNOUT.BODY_ID, DSL.falseCondition()),
			new Rows(PLEDGE_DELTA, PLEDGE_DELTA.CAMPAIGN_ID, PLEDGE_DELTA.BODY_ID, PLEDGE_DELTA.OF_MEMBER.isTrue()),
			new Rows(PLEDGE_SUM, PLEDGE_SUM.CAMPAIGN_ID, PLEDGE_SUM.BODY_ID, PLEDGE_SUM.OF_MEMBER.isTrue()));

	@Test
	void everyTableShowsEachViewerTheRowsThatAreItsBusiness() throws Exception {
		Viewer staff = this.viewers.staff();
		this.campaign = this.fixture.campaign(staff);
		this.ours = this.fixture.body();
		this.theirs = this.fixture.body();
		this.coordinator = this.viewers.coordinator(this.ours, this.theirs);
		var mine = this.viewers.coordinator(this.ours);
		var partner = this.viewers.partner(this.ours);
		List.of(this.coordinator, mine, partner).forEach(worker -> this.fixture.assign(worker, this.campaign));
		everything();
		fold();
		try (var connection = DriverManager.getConnection(this.owner.getJdbcUrl(), this.owner.getUsername(),
				this.owner.getPassword()); var alone = connection.createStatement()) {
			alone.execute("select pg_advisory_lock(hashtext('crm.fold_pledge_deltas'))");
			everything();
			for (var all : new Viewer[] { staff, this.viewers.auditor() }) {
				assertThat(seen(all)).isEqualTo(expected("ours", "ours' member", "theirs", "theirs' member"));
			}
			assertThat(seen(mine)).isEqualTo(expected("ours", "ours' member"));
			assertThat(seen(partner)).isEqualTo(expected("ours"));
			for (var stranger : new Viewer[] { this.viewers.administrator(), this.viewers.staff(),
					this.viewers.coordinator(this.ours), this.viewers.partner(this.ours) }) {
				assertThat(seen(stranger)).isEqualTo(expected());
			}
		}
	}

	/** A row in every table of each body, and of a member of each. */
	private void everything() {
		for (UUID body : new UUID[] { this.ours, this.theirs }) {
			for (String member : new String[] { null, this.fixture.member(body) }) {
				var pledge = this.fixture.pledge(this.coordinator, this.campaign, body, "9", "memberId", member);
				this.api.ask(this.coordinator, """
						mutation ($id: ID!) { correctPledge(input: {id: $id, expectedVersion: 1,
						  dueDates: ["2025-07-01"]}) { errors { code } } }""", "id", pledge).hasUserErrors();
				this.fixture.act(this.coordinator, "recordFulfilment", "pledgeId", pledge, "amount", "4")
					.hasUserErrors();
				this.api
					.ask(this.coordinator, """
							mutation ($entry: ID!, $key: String!) { issueReceipt(input: {idempotencyKey: $key,
							  fulfilmentId: $entry, number: $key, payee: "A", purpose: "B"}) { errors { code } } }""",
							"entry", this.fixture.entry(this.coordinator, pledge, "FULFILMENT"), "key",
							UUID.randomUUID().toString())
					.hasUserErrors();
			}
			UUID action = this.turnout.action(this.campaign, body);
			this.fixture.pledge(this.coordinator, this.campaign, body, "20", "type", "TURNOUT", "currency", null,
					"actionId", Some.id("act", action));
			this.turnout.counted(this.campaign, action, body, 30);
		}
	}

	/** Every delta of the campaign, also where another is at it. */
	private void fold() {
		for (int i = 0; i < 200 && system(
				() -> this.sql.fetchCount(PLEDGE_DELTA, PLEDGE_DELTA.CAMPAIGN_ID.eq(this.campaign))) > 0; i++) {
			system(() -> Routines.foldPledgeDeltas(this.sql.configuration(), 5000, TurnoutFixture.DAY));
		}
	}

	/** Whose rows the viewer reads, by table. */
	private Map<String, Set<String>> seen(Viewer viewer) {
		Map<String, Set<String>> seen = new LinkedHashMap<>();
		for (Rows rows : TABLES) {
			seen.put(rows.table().getName(),
					this.transactions.read(viewer,
							() -> this.sql.selectDistinct(rows.body(), DSL.field(rows.ofMember()))
								.from(rows.table())
								.where(rows.campaign().eq(this.campaign))
								.fetch()
								.stream()
								.map(row -> whose(row.value1()) + (row.value2() ? "' member" : ""))
								.collect(Collectors.toSet())));
		}
		return seen;
	}

	private String whose(UUID body) {
		return body == null ? "all" : body.equals(this.ours) ? "ours" : "theirs";
	}

	/** Sums over all bodies are of whoever sees all bodies. */
	private static Map<String, Set<String>> expected(String... whose) {
		Map<String, Set<String>> expected = new LinkedHashMap<>();
		for (Rows rows : TABLES) {
			var all = new ArrayList<>(List.of(whose));
			if (rows.table().equals(PLEDGE_TURNOUT)) {
				all.removeIf(name -> name.endsWith("member"));
			}
			if (rows.table().equals(PLEDGE_SUM) && all.contains("theirs")) {
				all.addAll(List.of("all", "all' member"));
			}
			expected.put(rows.table().getName(), Set.copyOf(all));
		}
		return expected;
	}

	private <T> T system(Supplier<T> work) {
		return this.transactions.write(Viewer.SYSTEM, work);
	}

}
