package org.solidarity.pledge.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Viewer;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.pledge.TurnoutFixture;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Listeners;
import org.solidarity.support.Listeners.Listener;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class LivePledgeTest {

	private static final String RECORDED = """
			subscription ($c: ID!, $after: ID) { pledgeRecorded(campaignId: $c, after: $after) {
			  eventId pledge { amounts { pledged } } } }""";

	private static final String TOTALS = """
			subscription ($c: ID!) { totalsChanged(campaignId: $c) {
			  campaign { pledgeTotals { amounts { pledged delivered } } } } }""";

	private static final String OVERDUE = """
			subscription ($c: ID!) { totalsChanged(campaignId: $c) {
			  campaign { pledgeTotals { amounts { unit delivered overdue } } } } }""";

	@Autowired
	Api api;

	@Autowired
	PledgeFixture fixture;

	@Autowired
	TurnoutFixture turnout;

	@Autowired
	Viewers viewers;

	@Autowired
	Listeners listeners;

	@Autowired
	Walls walls;

	Viewer staff;

	UUID campaign;

	UUID ours;

	UUID theirs;

	@BeforeEach
	void aCampaignAndTwoBodies() {
		this.staff = this.viewers.staff();
		this.campaign = this.fixture.campaign(this.staff);
		this.ours = this.fixture.body();
		this.theirs = this.fixture.body();
	}

	private Listener listen(Viewer viewer, String document, Object... more) {
		Object[] variables = Stream.concat(Stream.of("c", PledgeFixture.campaignId(this.campaign)), Arrays.stream(more))
			.toArray();
		return this.listeners.listen(viewer, document, variables);
	}

	private static String pledged(Listener listener) {
		return listener.next().at("/pledgeRecorded/pledge/amounts/pledged").asString();
	}

	private static String totals(Listener listener) {
		return listener.next().at("/totalsChanged/campaign/pledgeTotals").toString();
	}

	private static String total(String pledged, String delivered) {
		return "[{\"amounts\":{\"pledged\":\"" + pledged + "\",\"delivered\":\"" + delivered + "\"}}]";
	}

	@Test
	void eachIsToldOfThePledgesThatTheyMaySee() {
		var coordinator = this.viewers.coordinator(this.ours);
		this.fixture.assign(coordinator, this.campaign);
		var partner = this.viewers.partner(this.ours);
		this.fixture.share(partner, this.campaign, true);
		try (var forStaff = listen(this.staff, RECORDED);
				var forCoordinator = listen(coordinator, RECORDED);
				var forPartner = listen(partner, RECORDED);
				var forAdministrator = listen(this.viewers.administrator(), RECORDED)) {
			this.fixture.pledge(this.staff, this.campaign, this.theirs, "100.00");
			this.fixture.pledge(partner, this.campaign, this.ours, "7.00");
			assertThat(List.of(pledged(forStaff), pledged(forStaff))).containsExactly("100.00", "7.00");
			assertThat(pledged(forCoordinator)).isEqualTo("7.00");
			assertThat(pledged(forPartner)).isEqualTo("7.00");
			forPartner.isSilent();
			forCoordinator.isSilent();
			forAdministrator.isSilent();
		}
	}

	@Test
	void theWallInTheCodeHoldsAlone() {
		var partner = this.viewers.partner(this.ours);
		this.fixture.share(partner, this.campaign, false);
		this.walls.without(() -> {
			try (var recorded = listen(partner, RECORDED); var totals = listen(partner, TOTALS)) {
				this.fixture.pledge(this.staff, this.campaign, this.theirs, "100.00");
				recorded.isSilent();
				totals.isSilent();
				this.fixture.pledge(this.staff, this.campaign, this.ours, "7.00");
				assertThat(pledged(recorded)).isEqualTo("7.00");
				assertThat(totals(totals)).isEqualTo(total("7.00", "0.00"));
			}
			return null;
		}, "crm.pledge", "crm.pledge_entry");
	}

	@Test
	void whoeverResumesMissesNoPledge() {
		String event;
		try (var listener = listen(this.staff, RECORDED)) {
			this.fixture.pledge(this.staff, this.campaign, this.ours, "1.00");
			event = listener.next().at("/pledgeRecorded/eventId").asString();
		}
		this.fixture.pledge(this.staff, this.campaign, this.ours, "2.00");
		try (var listener = listen(this.staff, RECORDED, "after", event)) {
			this.fixture.pledge(this.staff, this.campaign, this.ours, "3.00");
			assertThat(List.of(pledged(listener), pledged(listener))).containsExactly("2.00", "3.00");
			listener.isSilent();
		}
	}

	@Test
	void totalsAreToldAtOnceAndThenAtMostOnceASecond() {
		try (var listener = listen(this.staff, TOTALS)) {
			String pledge = this.fixture.pledge(this.staff, this.campaign, this.ours, "100.00");
			assertThat(totals(listener)).isEqualTo(total("100.00", "0.00"));
			long first = System.nanoTime();
			for (int i = 0; i < 5; i++) {
				this.fixture
					.act(this.staff, "recordFulfilment", "pledgeId", pledge, "amount", "10.00", "method", "CASH")
					.hasUserErrors();
			}
			assertThat(totals(listener)).isEqualTo(total("100.00", "50.00"));
			assertThat((System.nanoTime() - first) / 1_000_000).isGreaterThan(850);
			listener.isSilent();
		}
	}

	@Test
	void totalsAreToldToWhomTheyAreSharedWithAndOtherwiseOnlyOfTheirOwn() {
		var coordinator = this.viewers.coordinator(this.ours);
		this.fixture.assign(coordinator, this.campaign);
		var shown = this.viewers.partner();
		this.fixture.share(shown, this.campaign, true);
		var speaker = this.viewers.partner(this.ours);
		this.fixture.share(speaker, this.campaign, false);
		try (var forCoordinator = listen(coordinator, TOTALS);
				var forShown = listen(shown, TOTALS);
				var forSpeaker = listen(speaker, TOTALS);
				var forAdministrator = listen(this.viewers.administrator(), TOTALS)) {
			this.fixture.pledge(this.staff, this.campaign, this.theirs, "100.00");
			assertThat(totals(forShown)).isEqualTo(total("100.00", "0.00"));
			forCoordinator.isSilent();
			forSpeaker.isSilent();
			this.fixture.pledge(this.staff, this.campaign, this.ours, "7.00");
			assertThat(totals(forShown)).isEqualTo(total("107.00", "0.00"));
			assertThat(totals(forCoordinator)).isEqualTo(total("7.00", "0.00"));
			assertThat(totals(forSpeaker)).isEqualTo(total("7.00", "0.00"));
			forAdministrator.isSilent();
		}
	}

	@Test
	void totalsAreToldToHaveChangedByWhoCameAndByACorrection() {
		UUID action = this.turnout.action(this.campaign, this.ours);
		String turnout = this.fixture.pledge(this.staff, this.campaign, this.ours, "20", "type", "TURNOUT", "currency",
				null, "actionId", Some.id("act", action));
		String money = this.fixture.pledge(this.staff, this.campaign, this.ours, "7", "dueDates",
				List.of("2025-03-01"));
		try (var listener = listen(this.staff, OVERDUE)) {
			this.turnout.comes(this.campaign, action, this.ours, 0);
			assertThat(totals(listener)).contains("\"delivered\":\"1\"");
			this.api.ask(this.staff, """
					mutation ($id: ID!) { correctPledge(input: {id: $id, expectedVersion: 1,
					  dueDates: ["2150-03-01"]}) { errors { code } } }""", "id", money).hasUserErrors();
			assertThat(totals(listener)).contains("\"overdue\":\"0.00\"").doesNotContain("\"overdue\":\"7.00\"");
			this.api.ask(this.staff,
					"mutation ($id: ID!) { correctPledge(input: {id: $id, expectedVersion: 1, purpose: \"Bus\"}) { errors { code } } }",
					"id", turnout)
				.hasUserErrors();
			totals(listener);
		}
	}

}
