package org.solidarity.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.PLEDGE;
import static org.solidarity.platform.jooq.Tables.PLEDGE_ENTRY;
import static org.solidarity.platform.jooq.Tables.SHARED_PLEDGE_SUMS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;
import org.solidarity.platform.jooq.enums.PledgeGrain;
import org.solidarity.platform.jooq.enums.Visibility;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Two bodies with a pledge each in one campaign: who sees which, and what of the sums.
 */
@ApiTest
class PledgeVisibilityTest {

	private static final String SEE = """
			query ($mine: ID!, $other: ID!, $campaign: ID!) { mine: node(id: $mine) { id } other: node(id: $other) { id }
			  campaign: node(id: $campaign) { ... on Campaign { pledges { totalCount }
			    pledgeTotals { pledges amounts { pledged } } } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Walls walls;

	@Autowired
	PledgeFixture fixture;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	Viewer staff;

	UUID campaign;

	UUID body;

	String mine;

	String other;

	@BeforeEach
	void twoPledges() {
		this.staff = this.viewers.staff();
		this.campaign = this.fixture.campaign(this.staff);
		this.body = this.fixture.body();
		this.mine = this.fixture.pledge(this.staff, this.campaign, this.body, "100");
		this.other = this.fixture.pledge(this.staff, this.campaign, this.fixture.body(), "20");
	}

	@Test
	void everyViewerSeesThePledgesThatAreItsBusinessBehindEachWallAlone() {
		var council = this.fixture.body();
		var below = this.fixture.local(council);
		var under = this.fixture.pledge(this.staff, this.campaign, below, "3");
		var coordinator = this.viewers.coordinator(this.body, council);
		var partner = this.viewers.partner(this.body);
		for (var worker : new Viewer[] { coordinator, partner }) {
			this.fixture.assign(worker, this.campaign);
		}
		for (Runnable wall : new Runnable[] { () -> check(coordinator, partner, under), () -> this.walls.without(() -> {
			check(coordinator, partner, under);
			return null;
		}, "pledge", "pledge_entry", "pledge_turnout", "pledge_delta", "pledge_sum") }) {
			wall.run();
		}
		assertThat(seen(coordinator)).containsExactlyInAnyOrder(this.mine, under);
		assertThat(seen(partner)).containsExactly(this.mine);
		assertThat(seen(this.viewers.auditor())).contains(this.mine, this.other, under);
		assertThat(seen(this.viewers.administrator())).isEmpty();
		assertThat(seen(this.viewers.staff())).isEmpty();
		assertThat(seen(this.viewers.coordinator(this.body))).isEmpty();
	}

	private void check(Viewer coordinator, Viewer partner, String under) {
		sees(this.staff, true, true, 3, "123.00");
		sees(this.viewers.auditor(), true, true, 3, "123.00");
		sees(coordinator, true, false, 2, "103.00");
		sees(partner, true, false, 1, "100.00");
		this.api.ask(this.viewers.administrator(), SEE, "mine", this.mine, "other", this.other, "campaign", id())
			.is("{mine: null, other: null, campaign: {pledges: {totalCount: 0}, pledgeTotals: []}}");
		for (var stranger : new Viewer[] { this.viewers.staff(), this.viewers.coordinator(this.body),
				this.viewers.partner(this.body) }) {
			this.api.ask(stranger, SEE, "mine", this.mine, "other", this.other, "campaign", id())
				.is("{mine: null, other: null, campaign: null}");
		}
	}

	@Test
	void aPartnerIsToldTheTotalsThatWereSharedAndNoSinglePledgeOfOthers() {
		var partner = this.viewers.partner(this.body);
		this.fixture.share(partner, this.campaign, true);
		this.api.ask(partner, SEE, "mine", this.mine, "other", this.other, "campaign", id())
			.is("{mine: {id: '" + this.mine
					+ "'}, other: null, campaign: {pledges: {totalCount: 1}, pledgeTotals: [{pledges: 2, amounts: {pledged: '120.00'}}]}}");
		var open = this.fixture.body(Visibility.PARTNER, "US-NY");
		this.fixture.pledge(this.staff, this.campaign, open, "5");
		this.fixture.pledge(this.staff, this.campaign, this.fixture.body(), "7");
		var totals = this.api.ask(partner,
				"query ($id: ID!) { node(id: $id) { ... on Campaign { pledgeTotals(groupBy: BODY) { body { id } amounts { pledged } } } } }",
				"id", id())
			.at("/node/pledgeTotals");
		assertThat(totals.toString())
			.contains("{\"body\":{\"id\":\"" + PledgeFixture.bodyId(open) + "\"},\"amounts\":{\"pledged\":\"5.00\"}}")
			.contains("{\"body\":null,\"amounts\":{\"pledged\":\"27.00\"}}")
			.contains("{\"body\":{\"id\":\"" + PledgeFixture.bodyId(this.body)
					+ "\"},\"amounts\":{\"pledged\":\"100.00\"}}");
	}

	@Test
	void theSharedTotalsAskForTheGrantThemselves() {
		var partner = this.viewers.partner(this.body);
		this.fixture.share(partner, this.campaign, false);
		for (var viewer : new Viewer[] { partner, this.viewers.partner(), this.staff, this.viewers.auditor() }) {
			assertThat(this.transactions.<Integer>read(viewer,
					() -> this.sql.fetchCount(
							SHARED_PLEDGE_SUMS(this.campaign, PledgeGrain.CAMPAIGN, LocalDate.of(2026, 1, 1), true))))
				.isZero();
		}
	}

	@Test
	void coordinatorsAndPartnersRecordForTheirBodiesOnly() {
		var coordinator = this.viewers.coordinator(this.body);
		var partner = this.viewers.partner(this.body);
		for (var viewer : new Viewer[] { coordinator, partner }) {
			this.fixture.record(viewer, this.campaign, this.body, "1").hasUserErrors("NOT_FOUND input.campaignId");
			this.fixture.assign(viewer, this.campaign);
			assertThat(this.fixture.pledge(viewer, this.campaign, this.body, "1")).isNotNull();
			this.fixture.record(viewer, this.campaign, this.fixture.body(Visibility.PARTNER, "US-NY"), "1")
				.hasUserErrors("NOT_FOUND input.bodyId");
			this.fixture.record(viewer, this.campaign, this.body, "1", "countsTowardId", this.other)
				.hasUserErrors("NOT_FOUND input.countsTowardId");
		}
		this.fixture.act(coordinator, "recordFulfilment", "pledgeId", this.other, "amount", "1")
			.hasUserErrors("NOT_FOUND input.pledgeId");
		this.fixture.act(partner, "recordFulfilment", "pledgeId", this.mine, "amount", "1").isRefused("FORBIDDEN");
		this.fixture.record(this.viewers.auditor(), this.campaign, this.body, "1").isRefused("FORBIDDEN");
		this.fixture.record(this.viewers.administrator(), this.campaign, this.body, "1").isRefused("FORBIDDEN");
	}

	@Test
	void theDatabaseRefusesWhatTheCodeWouldRefuse() {
		var pledge = NodeId.valueOf(this.other).uuid();
		var coordinator = this.viewers.coordinator(this.body);
		this.fixture.assign(coordinator, this.campaign);
		refused(coordinator, "violates row-level security", () -> entry(pledge, "1"));
		refused(this.staff, "permission denied", () -> this.sql.deleteFrom(PLEDGE_ENTRY).execute());
		refused(this.staff, "permission denied",
				() -> this.sql.update(PLEDGE_ENTRY).set(PLEDGE_ENTRY.AMOUNT, BigDecimal.ONE).execute());
		refused(this.staff, "permission denied", () -> this.sql.deleteFrom(PLEDGE).execute());
		refused(this.staff, "permission denied",
				() -> this.sql.update(PLEDGE).set(PLEDGE.AMOUNT, BigDecimal.ONE).execute());
		refused(this.staff, "pledge_entry_has_the_scale_of_its_unit", () -> entry(pledge, "1.001"));
		refused(this.staff, "pledge_entry_has_the_sign_of_its_kind", () -> entry(pledge, "-1"));
		refused(this.staff, "pledge_entry_has_the_sign_of_its_kind", () -> entry(pledge, "0"));
	}

	private int entry(UUID pledge, String amount) {
		return this.sql.insertInto(PLEDGE_ENTRY)
			.set(PLEDGE_ENTRY.PLEDGE_ID, pledge)
			.set(PLEDGE_ENTRY.KIND, PledgeEntryKind.FULFILMENT)
			.set(PLEDGE_ENTRY.AMOUNT, new BigDecimal(amount))
			.set(PLEDGE_ENTRY.EFFECTIVE_ON, LocalDate.of(2025, 2, 1))
			.execute();
	}

	private void refused(Viewer viewer, String reason, java.util.function.Supplier<Integer> work) {
		assertThatThrownBy(() -> this.transactions.write(viewer, work)).satisfies(failure -> {
			var all = new StringBuilder();
			for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
				all.append(cause.getMessage());
			}
			all.append(org.solidarity.platform.Violations.constraint(failure));
			assertThat(all.toString()).contains(reason);
		});
	}

	/** What the policies alone let the viewer read of the campaign. */
	private java.util.List<String> seen(Viewer viewer) {
		return this.transactions.read(viewer,
				() -> this.sql.select(PLEDGE.ID)
					.from(PLEDGE)
					.where(PLEDGE.CAMPAIGN_ID.eq(this.campaign))
					.fetch(row -> new NodeId(Pledge.PREFIX, row.value1()).toString()));
	}

	private void sees(Viewer viewer, boolean first, boolean second, int count, String pledged) {
		this.api.ask(viewer, SEE, "mine", this.mine, "other", this.other, "campaign", id())
			.is("{mine: " + (first ? "{id: '" + this.mine + "'}" : "null") + ", other: "
					+ (second ? "{id: '" + this.other + "'}" : "null") + ", campaign: {pledges: {totalCount: " + count
					+ "}, pledgeTotals: [{pledges: " + count + ", amounts: {pledged: '" + pledged + "'}}]}}");
	}

	private String id() {
		return PledgeFixture.campaignId(this.campaign);
	}

}
