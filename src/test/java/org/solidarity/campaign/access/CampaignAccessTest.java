package org.solidarity.campaign.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class CampaignAccessTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Campaigning campaigning;

	@Autowired
	Walls walls;

	@Autowired
	Statements statements;

	@Test
	void anAdministratorLetsAPersonInAndOut() {
		var campaign = this.campaigning.campaign(this.viewers.staff());
		var coordinator = this.viewers.coordinator();
		assertThat(sees(coordinator, campaign)).isFalse();
		act("assignToCampaign", campaign, "accountId", new NodeId("acc", coordinator.id()));
		act("assignToCampaign", campaign, "accountId", new NodeId("acc", coordinator.id()));
		assertThat(sees(coordinator, campaign)).isTrue();
		act("removeFromCampaign", campaign, "accountId", new NodeId("acc", coordinator.id()));
		assertThat(sees(coordinator, campaign)).isFalse();
	}

	@Test
	void anAdministratorShowsACampaignToAGroupAndNoMore() {
		var campaign = this.campaigning.campaign(this.viewers.staff());
		var partner = this.viewers.partner();
		var share = """
				mutation ($c: ID!, $g: ID!, $e: Boolean!) {
				  shareCampaign(input: {campaignId: $c, groupId: $g, endorsements: $e}) { errors { code path } } }""";
		var administrator = this.viewers.administrator();
		var group = new NodeId("grp", partner.group()).toString();
		this.api.ask(administrator, share, "c", campaign, "g", group, "e", false).hasUserErrors("REQUIRED input");
		this.api.ask(administrator, share, "c", campaign, "g", "grp_none", "e", true)
			.hasUserErrors("NOT_FOUND input.groupId");
		this.api.ask(administrator, share, "c", campaign, "g", group, "e", true).hasUserErrors();
		this.api.ask(administrator, share, "c", campaign, "g", group, "e", true).hasUserErrors();
		assertThat(sees(partner, campaign)).isTrue();
		act("unshareCampaign", campaign, "groupId", new NodeId("grp", partner.group()));
		assertThat(sees(partner, campaign)).isFalse();
	}

	@Test
	void nobodyElseGrants() {
		var staff = this.viewers.staff();
		var campaign = this.campaigning.campaign(staff);
		var mutation = "mutation ($c: ID!) { assignToCampaign(input: {campaignId: $c, accountId: \"acc_x\"}) { errors { code path } } }";
		this.api.ask(staff, mutation, "c", campaign).isRefused("FORBIDDEN");
		this.api.ask(this.viewers.auditor(), mutation, "c", campaign).isRefused("FORBIDDEN");
		this.api.ask(this.viewers.administrator(), mutation, "c", campaign).hasUserErrors("NOT_FOUND input.accountId");
	}

	@Test
	void whoIsLetInIsSeenFromBothEnds() {
		var staff = this.viewers.staff();
		var campaign = this.campaigning.campaign(staff);
		var coordinator = this.viewers.coordinator();
		var partner = this.viewers.partner();
		var administrator = this.viewers.administrator();
		act("assignToCampaign", campaign, "accountId", new NodeId("acc", coordinator.id()));
		this.campaigning.shareEndorsements(campaign, partner);
		var ofCampaign = """
				query ($c: ID!) { node(id: $c) { ... on Campaign {
				  assignments { totalCount nodes { revokedAt campaign { id } account { role } } }
				  shares { totalCount nodes { endorsements pledgeTotals actions revokedAt campaign { id } partnerGroup { id } } } } } }""";
		var group = new NodeId("grp", partner.group());
		String shares = """
				{totalCount: 1, nodes: [{endorsements: true, pledgeTotals: false, actions: false, revokedAt: null,
				  campaign: {id: '%s'}, partnerGroup: {id: '%s'}}]}""".formatted(campaign, group);
		String row = "{revokedAt: null, campaign: {id: '" + campaign + "'}, account: {role: '%s'}}";
		for (Viewer sees : List.of(administrator, this.viewers.auditor())) {
			this.api.ask(sees, ofCampaign, "c", campaign)
				.is("{node: {assignments: {totalCount: 2, nodes: [" + row.formatted("STAFF") + ","
						+ row.formatted("COORDINATOR") + "]}, shares: " + shares + "}}");
		}
		String none = "{totalCount: 0, nodes: []}";
		String own = "{node: {assignments: {totalCount: 1, nodes: [" + row.formatted("COORDINATOR") + "]}, shares: "
				+ none + "}}";
		String shown = "{node: {assignments: " + none + ", shares: " + shares + "}}";
		this.api.ask(coordinator, ofCampaign, "c", campaign).is(own);
		this.api.ask(partner, ofCampaign, "c", campaign).is(shown);
		this.walls.without(() -> {
			this.api.ask(coordinator, ofCampaign, "c", campaign).is(own);
			return this.api.ask(partner, ofCampaign, "c", campaign).is(shown);
		}, "campaign_account", "campaign_share");
		this.api.ask(partner, "{ viewer { partnerGroup { campaignShares { nodes { campaign { id } } } } } }")
			.is("{viewer: {partnerGroup: {campaignShares: {nodes: [{campaign: {id: '" + campaign + "'}}]}}}}");
		this.api.ask(coordinator, "{ viewer { account { campaignAssignments { nodes { campaign { id } } } } } }")
			.is("{viewer: {account: {campaignAssignments: {nodes: [{campaign: {id: '" + campaign + "'}}]}}}}");
		act("removeFromCampaign", campaign, "accountId", new NodeId("acc", coordinator.id()));
		act("unshareCampaign", campaign, "groupId", group);
		this.api.ask(administrator,
				"query ($c: ID!) { node(id: $c) { ... on Campaign { assignments { totalCount } shares { totalCount } } } }",
				"c", campaign)
			.is("{node: {assignments: {totalCount: 1}, shares: {totalCount: 0}}}");
	}

	@Test
	void manyCampaignsAreShownByTheStatementsOfOne() {
		var staff = this.viewers.staff();
		var administrator = this.viewers.administrator();
		var partner = this.viewers.partner();
		var ids = IntStream.range(0, 20).mapToObj(n -> this.campaigning.campaign(staff)).toList();
		ids.forEach(id -> this.campaigning.shareEndorsements(id, partner));
		var query = """
				query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Campaign { assignments { nodes { account { name } } }
				  shares { nodes { campaign { name } partnerGroup { name } } } } } }""";
		int one = this.statements.during(() -> this.api.ask(administrator, query, "ids", ids.subList(0, 1)));
		assertThat(this.statements.during(() -> this.api.ask(administrator, query, "ids", ids))).isEqualTo(one);
	}

	private boolean sees(Viewer viewer, String campaign) {
		return !this.api.ask(viewer, "query ($c: ID!) { node(id: $c) { id } }", "c", campaign).at("/node").isNull();
	}

	private void act(String mutation, String campaign, String of, NodeId whom) {
		this.api
			.ask(this.viewers.administrator(),
					"mutation ($c: ID!, $w: ID!) { " + mutation + "(input: {campaignId: $c, " + of
							+ ": $w}) { errors { code path } } }",
					"c", campaign, "w", whom.toString())
			.hasUserErrors();
	}

}
