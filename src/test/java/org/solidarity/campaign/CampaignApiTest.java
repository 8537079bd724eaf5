package org.solidarity.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Tables;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class CampaignApiTest {

	private static final String CREATE = """
			mutation ($name: String!, $zone: String!, $start: Date, $end: Date) {
			  createCampaign(input: {name: $name, currency: "USD", timeZone: $zone, startsOn: $start, endsOn: $end}) {
			    campaign { id version } errors { code path } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	Walls walls;

	@Test
	void staffRecordsACampaignAndWorksOnIt() {
		var staff = this.viewers.staff();
		var id = create(staff, "Paz y pan — 平和");
		this.api
			.ask(staff,
					"query ($id: ID!) { node(id: $id) { ... on Campaign { name currency timeZone status version } } }",
					"id", id)
			.is("{node: {name: 'Paz y pan — 平和', currency: 'USD', timeZone: 'America/Chicago', status: 'ACTIVE', version: 1}}");
		this.api.ask(staff, "{ campaigns(search: \"PAZ y\") { nodes { id } totalCount } }")
			.is("{campaigns: {nodes: [{id: '" + id + "'}], totalCount: 1}}");
	}

	@Test
	void othersSeeNothingOfACampaignThatIsNotTheirs() {
		var id = create(this.viewers.staff(), "Not yours");
		var query = "query ($id: ID!) { node(id: $id) { id } campaigns(search: \"Not yours\") { totalCount } }";
		var nothing = "{node: null, campaigns: {totalCount: 0}}";
		this.api.ask(this.viewers.staff(), query, "id", id).is(nothing);
		this.api.ask(this.viewers.coordinator(), query, "id", id).is(nothing);
		this.api.ask(this.viewers.partner(), query, "id", id).is(nothing);
		for (Viewer other : List.of(this.viewers.staff(), this.viewers.partner())) {
			this.walls.without(() -> this.api.ask(other, query, "id", id).is(nothing), "campaign");
		}
		assertThat(this.api.ask(this.viewers.auditor(), query, "id", id).text("/node/id")).isEqualTo(id);
		assertThat(this.api.ask(this.viewers.administrator(), query, "id", id).text("/node/id")).isEqualTo(id);
		this.api.ask(this.viewers.staff(),
				"mutation ($id: ID!) { closeCampaign(input: {id: $id, expectedVersion: 1}) { errors { code path } } }",
				"id", id)
			.hasUserErrors("NOT_FOUND input.id");
	}

	@Test
	void thePoliciesAloneHideACampaign() {
		var id = NodeId.valueOf(create(this.viewers.staff(), "Behind the wall")).uuid();
		var campaign = Tables.CAMPAIGN;
		for (Viewer other : new Viewer[] { this.viewers.staff(), this.viewers.partner() }) {
			assertThat(this.transactions.<Boolean>read(other, () -> this.sql.fetchExists(campaign, campaign.ID.eq(id))))
				.isFalse();
		}
	}

	@Test
	void whatCannotStandIsToldAtItsField() {
		var staff = this.viewers.staff();
		this.api.ask(staff, CREATE, "name", " ", "zone", "Mars/Olympus", "start", "2025-06-02", "end", "2025-06-01")
			.hasUserErrors("REQUIRED input.name", "INVALID input.timeZone", "OUT_OF_RANGE input.endsOn");
		this.api.ask(staff, CREATE, "name", "x".repeat(301), "zone", "EST", "start", "1799-12-31")
			.hasUserErrors("TOO_LONG input.name", "INVALID input.timeZone", "OUT_OF_RANGE input.startsOn");
		this.api.ask(this.viewers.coordinator(), CREATE, "name", "x", "zone", "UTC").isRefused("FORBIDDEN");
	}

	@Test
	void aChangeKeepsWhatItOmitsAndClearsWhatIsNull() {
		var staff = this.viewers.staff();
		var id = create(staff, "Before");
		var update = """
				mutation ($input: UpdateCampaignInput!) { updateCampaign(input: $input) {
				  campaign { name startsOn endsOn currency version } errors { code path } } }""";
		this.api
			.ask(staff, update, "input",
					java.util.Map.of("id", id, "expectedVersion", 1, "name", "After", "endsOn", "2025-07-01"))
			.is("{updateCampaign: {campaign: {name: 'After', startsOn: '2025-06-01', endsOn: '2025-07-01', currency: 'USD', version: 2}, errors: []}}");
		var clear = new java.util.HashMap<String, Object>(java.util.Map.of("id", id, "expectedVersion", 2));
		clear.put("startsOn", null);
		this.api.ask(staff, update, "input", clear)
			.is("{updateCampaign: {campaign: {name: 'After', startsOn: null, endsOn: '2025-07-01', currency: 'USD', version: 3}, errors: []}}");
		clear.put("currency", null);
		this.api.ask(staff, update, "input", clear).hasUserErrors("REQUIRED input.currency");
		clear.remove("currency");
		assertThat(this.api.ask(staff, update, "input", clear)
			.isRefused("CONFLICT")
			.body()
			.at("/errors/0/extensions/currentVersion")
			.asInt()).isEqualTo(3);
	}

	@Test
	void aCampaignIsClosedAndTakenUpAgain() {
		var staff = this.viewers.staff();
		var id = create(staff, "On and off");
		var close = "mutation ($id: ID!, $v: Int!) { closeCampaign(input: {id: $id, expectedVersion: $v}) { campaign { status version } } }";
		this.api.ask(staff, close, "id", id, "v", 1).is("{closeCampaign: {campaign: {status: 'CLOSED', version: 2}}}");
		this.api.ask(staff, close, "id", id, "v", 1).is("{closeCampaign: {campaign: {status: 'CLOSED', version: 2}}}");
		this.api.ask(staff,
				"mutation ($id: ID!) { reopenCampaign(input: {id: $id, expectedVersion: 2}) { campaign { status version } } }",
				"id", id)
			.is("{reopenCampaign: {campaign: {status: 'ACTIVE', version: 3}}}");
	}

	private String create(Viewer staff, String name) {
		return this.api.ask(staff, CREATE, "name", name, "zone", "America/Chicago", "start", "2025-06-01")
			.text("/createCampaign/campaign/id");
	}

}
