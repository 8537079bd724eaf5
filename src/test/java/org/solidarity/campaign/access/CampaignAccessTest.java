package org.solidarity.campaign.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class CampaignAccessTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Campaigning campaigning;

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
