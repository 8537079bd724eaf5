package org.solidarity.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.solidarity.pledge.PledgeFixture.campaignId;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.EXPORT_RUN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.campaign.Campaigns;
import org.solidarity.organization.Bodies;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.pledge.totals.Totals;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

/** What is read of a campaign into files, and by whom. */
@ApiTest
class ExportTest {

	private static final String AMOUNTS = """
			"Pledged, in minor units","Delivered, in minor units","Cancelled, in minor units",\
			"Written off, in minor units","Outstanding, in minor units","Overdue, in minor units",\
			"Overpaid, in minor units","Proposed, in minor units","Conditional, in minor units\"""";

	@Autowired
	Exports exports;

	@Autowired
	ExportLimits limits;

	@Autowired
	PledgeFixture fixture;

	@Autowired
	Viewers viewers;

	@Autowired
	Walls walls;

	@Autowired
	Api api;

	@Autowired
	Totals totals;

	@Autowired
	Bodies bodies;

	@Autowired
	Campaigns campaigns;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	Clock clock;

	private Viewer staff;

	private UUID campaign;

	private UUID body;

	@BeforeEach
	void aCampaign() {
		this.staff = this.viewers.staff();
		this.campaign = this.fixture.campaign(this.staff);
		this.body = this.fixture.body();
	}

	@Test
	void aPledgeIsARowWithWhatBecameOfItExactly() {
		String pledge = this.fixture.pledge(this.staff, this.campaign, this.body, "1234567890123.45", "purpose",
				"=HYPERLINK(\"http://x\")", "condition", null, "dueDates", List.of("2025-02-01"));
		this.fixture.act(this.staff, "recordFulfilment", "pledgeId", pledge, "amount", "0.07", "reference", "@ref");
		assertThat(lines(this.staff, "pledges")).containsExactly(
				"Pledge,Body,Body kind,Region,Of a member,Type,State,Status,Pledged on,Confirmed on,Due on,Condition,"
						+ "Purpose,Recorded at (UTC),Unit,Currency,Decimal places,\"Promised in all, in minor units\","
						+ AMOUNTS,
				pledge + "," + name() + ",LOCAL_UNION,,no,MONEY,IN_FORCE,OVERDUE,2025-01-01,2025-01-01,2025-02-01,,"
						+ "\"'=HYPERLINK(\"\"http://x\"\")\",AT,CURRENCY,USD,2,123456789012345,123456789012345,7,0,0,"
						+ "123456789012338,123456789012338,0,0,0");
		assertThat(lines(this.staff, "fulfilments")).hasSize(2)
			.last()
			.asString()
			.matches(pledge + "," + name() + ",no,FULFILMENT,\\d{4}-\\d\\d-\\d\\d,CURRENCY,USD,2,7,,'@ref,,no,AT");
	}

	@Test
	void aTotalIsWhatTheSchemaTellsInMinorUnits() {
		this.fixture.pledge(this.staff, this.campaign, this.body, "10", "purpose", "Küche, warm");
		this.fixture.pledge(this.staff, this.campaign, this.body, "5.50", "purpose", "Küche, warm");
		this.fixture.pledge(this.staff, this.campaign, this.fixture.body(), "7", "currency", "JPY", "confirmedOn",
				null);
		assertThat(lines(this.staff, "pledge-totals")).containsExactly(
				"Unit,Currency,Decimal places,Pledges," + AMOUNTS, "CURRENCY,JPY,0,1,0,0,0,0,0,0,0,7,0",
				"CURRENCY,USD,2,2,1550,0,0,0,1550,0,0,0,0");
		assertThat(lines(this.staff, "pledge-totals-by-purpose"))
			.contains("\"Küche, warm\",CURRENCY,USD,2,2,1550,0,0,0,1550,0,0,0,0");
		assertThat(lines(this.staff, "pledge-totals-by-body")).hasSize(3)
			.contains(name() + ",CURRENCY,USD,2,2,1550,0,0,0,1550,0,0,0,0");
		assertThat(lines(this.staff, "pledge-totals-by-month"))
			.contains("2025-01-01,CURRENCY,USD,2,2,1550,0,0,0,1550,0,0,0,0");
	}

	@Test
	void nobodyIsGivenARowMoreThanTheSchemaShows() {
		UUID other = this.fixture.body();
		Viewer coordinator = this.viewers.coordinator(this.body);
		Viewer partner = this.viewers.partner(this.body);
		this.fixture.assign(coordinator, this.campaign);
		this.fixture.share(partner, this.campaign, true);
		String mine = this.fixture.pledge(this.staff, this.campaign, this.body, "1");
		String theirs = this.fixture.pledge(this.staff, this.campaign, other, "2");
		String ofMember = this.fixture.pledge(coordinator, this.campaign, this.body, "4", "memberId",
				this.fixture.member(this.body));
		List.of(mine, theirs, ofMember)
			.forEach(pledge -> this.fixture.act(this.staff, "recordFulfilment", "pledgeId", pledge, "amount", "1"));
		for (String listing : List.of("pledges", "fulfilments")) {
			assertThat(pledges(this.staff, listing)).containsExactlyInAnyOrder(mine, theirs, ofMember);
			assertThat(pledges(coordinator, listing)).containsExactlyInAnyOrder(mine, ofMember);
			assertThat(pledges(partner, listing)).containsExactly(mine);
			assertThat(this.walls.without(() -> pledges(coordinator, listing), "pledge", "pledge_entry"))
				.containsExactlyInAnyOrder(mine, ofMember);
			assertThat(this.walls.without(() -> pledges(partner, listing), "pledge", "pledge_entry"))
				.containsExactly(mine);
			assertThat(lines(this.viewers.administrator(), listing)).hasSize(1);
			assertThatExceptionOfType(Refused.class).isThrownBy(() -> lines(this.viewers.staff(), listing))
				.withMessage("campaignId is not the id of a campaign.");
		}
		assertThat(lines(this.staff, "pledges").toString()).doesNotContain("Someone");
		assertThat(lines(coordinator, "pledge-totals")).last().asString().startsWith("CURRENCY,USD,2,2,500,");
		assertThat(lines(this.viewers.administrator(), "pledge-totals")).hasSize(1);
	}

	@Test
	void actionsAndEndorsersAreTheirLists() {
		String action = this.api
			.ask(this.staff,
					"""
							mutation ($c: ID!, $h: ID!) { createAction(input: {campaignId: $c, hostId: $h, kind: RALLY, title: "-2+3",
							  schedule: {startDate: "2026-05-01", timeZone: "America/Chicago"}, place: {city: "Łódź", country: "PL"}}) {
							  action { id } } }""",
					"c", campaignId(this.campaign), "h", PledgeFixture.bodyId(this.body))
			.text("/createAction/action/id");
		this.api.ask(this.staff,
				"""
						mutation ($a: ID!, $b: ID!) { recordHeadcount(input: {idempotencyKey: "k", actionId: $a, bodyId: $b, count: 7,
						  method: COUNTED, countedBy: "us", counts: true}) { headcount { id } } }""",
				"a", action, "b", PledgeFixture.bodyId(this.body));
		assertThat(lines(this.staff, "actions")).hasSize(2)
			.last()
			.isEqualTo(action + ",'-2+3,RALLY,TENTATIVE,2026-05-01,Łódź,,PL," + name() + ",0,0,0,0,0,0,0,7,,7");
		assertThat(lines(this.staff, "endorsers")).containsExactly(
				"Body,Name,Acronym,Kind,Country,Region,City,Stage," + "Effective on,Date known to the,Evidence");
	}

	@Test
	void rowsAreReadByACursorAFewAtATime() {
		for (int i = 0; i < 5; i++) {
			String pledge = this.fixture.pledge(this.staff, this.campaign, this.body, "1");
			this.fixture.act(this.staff, "recordFulfilment", "pledgeId", pledge, "amount", "1");
		}
		var few = new ExportLimits(2, 1, this.limits.time());
		List<Listing> listings = List.of(new PledgeListing(this.sql, this.totals, this.bodies, few),
				new FulfilmentListing(this.sql, this.bodies, few));
		for (Listing listing : listings) {
			var open = new ArrayList<Integer>();
			this.transactions.read(this.staff, () -> {
				var found = this.campaigns.listenTo(this.staff, NodeId.valueOf(campaignId(this.campaign)));
				listing.read(this.staff, found, row -> open.add(cursors()));
				return null;
			});
			assertThat(open).as(listing.name()).containsExactly(1, 1, 1, 1, 0);
		}
	}

	/** Those that are open in this transaction, but for that of the question itself. */
	private int cursors() {
		return this.sql.fetchCount(DSL.table(DSL.name("pg_catalog", "pg_cursors")),
				DSL.field(DSL.name("name"), String.class).ne(""));
	}

	@Test
	void oneExportOfACallerRunsAtATimeAndEachStandsInTheBook() {
		this.fixture.pledge(this.staff, this.campaign, this.body, "1");
		var id = NodeId.valueOf(campaignId(this.campaign));
		this.exports.write(this.staff, id, "pledges", Format.XLSX, name -> {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.exports.write(this.staff, id, "pledges", Format.CSV, other -> null))
				.withMessageStartingWith("Another export of yours is running");
			assertThat(name).isEqualTo(
					"pledges-" + LocalDate.ofInstant(this.clock.instant(), ZoneId.of("America/New_York")) + ".xlsx");
			return new ByteArrayOutputStream();
		});
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.exports.write(this.staff, id, "pledges", Format.CSV, name -> {
				throw new IOException("the reader went away");
			}));
		var book = this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.select(EXPORT_RUN.ASKED_BY, EXPORT_RUN.FORMAT, EXPORT_RUN.ROWS, EXPORT_RUN.WHOLE)
					.from(EXPORT_RUN)
					.where(EXPORT_RUN.CAMPAIGN_ID.eq(this.campaign))
					.orderBy(EXPORT_RUN.ID)
					.fetch(run -> run.value2() + " " + run.value3() + " " + run.value4()
							+ (run.value1().equals(this.staff.id()) ? "" : " of another")));
		assertThat(book).containsExactly("XLSX 1 true", "CSV 0 false");
		assertThat(this.transactions.<Integer>read(this.staff, () -> this.sql.fetchCount(EXPORT_RUN))).isZero();
	}

	private List<String> pledges(Viewer viewer, String listing) {
		return lines(viewer, listing).stream().skip(1).map(line -> line.substring(0, line.indexOf(','))).toList();
	}

	/** With AT for each moment. */
	private List<String> lines(Viewer viewer, String listing) {
		var out = new ByteArrayOutputStream();
		this.exports.write(viewer, NodeId.valueOf(campaignId(this.campaign)), listing, Format.CSV, name -> out);
		return out.toString(StandardCharsets.UTF_8).replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "AT").lines().toList();
	}

	private String name() {
		return this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.select(BODY.NAME).from(BODY).where(BODY.ID.eq(this.body)).fetchSingle(BODY.NAME));
	}

}
