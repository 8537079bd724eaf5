package org.solidarity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_IDENTIFIER;
import static org.solidarity.platform.jooq.Tables.PERSON;
import static org.solidarity.platform.jooq.Tables.PLEDGE;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Visibility;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * The export of the Nonprofit Success Pack, read where it lies beside the project, and
 * its sums by a reader that is not ours; skipped aloud where it is not there.
 */
@ApiTest
class NpspFilesTest {

	private static final Path DATA = Path.of("..", "shared", "data", "crm_exports");

	private static final String HOUSEHOLD = "Household Account";

	@Autowired
	Imports imports;

	@Autowired
	Api api;

	@Autowired
	Campaigning campaigning;

	@Autowired
	Viewers viewers;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@TempDir
	Path folder;

	@Test
	void whatWasPromisedAndCameIsWhatTheFileSaysToTheCent() throws IOException {
		var accounts = copy("npsp_account.csv.gz");
		var opportunities = copy("npsp_opportunity.csv.gz");
		assertThat(this.imports.run(accounts, "npsp-accounts")).contains("1,223 rows read", "343 bodies created",
				"880 rejected", "880 such an account is of persons and no body; nothing of it is recorded");
		assertThat(this.imports.run(opportunities, "npsp-opportunities")).contains("1,517 rows read",
				"1,516 pledges recorded", "1,516 fulfilments of pledges recorded", "0 doubtful", "1 rejected");
		assertThat(Imports.report(opportunities)).containsExactly("line,severity,field,value,reason",
				"226,REJECTED,amount,0.0,\"this is not more than nothing, up to 1000000000000000; nothing is promised by it\"");
		var told = Files.readString(Path.of(opportunities + ".report.csv"));

		reconcile(accounts, opportunities);
		nothingTellsWhoThePersonsAre(accounts, opportunities);

		assertThat(this.imports.run(opportunities, "npsp-opportunities")).contains("0 pledges recorded",
				"0 fulfilments of pledges recorded", "0 bodies created");
		assertThat(Files.readString(Path.of(opportunities + ".report.csv"))).isEqualTo(told);
		reconcile(accounts, opportunities);
	}

	private void reconcile(Path accounts, Path opportunities) throws IOException {
		Viewer staff = this.viewers.staff();
		String campaign = this.imports.campaign("NPSP opportunities");
		this.campaigning.assign(campaign, staff);
		Map<String, String> organizations = rows(accounts).stream()
			.filter(row -> !row.getField("npe01__SYSTEM_AccountType__c").equals(HOUSEHOLD))
			.collect(Collectors.toMap(row -> row.getField("id"), row -> row.getField("Name")));
		var promised = rows(opportunities);
		var total = this.api.ask(staff, """
				query ($c: ID!) { node(id: $c) { ... on Campaign { pledgeTotals { pledges amounts { currency
				  pledged delivered outstanding cancelled writtenOff overpaid proposed conditional } } } } }""", "c",
				campaign);
		BigDecimal sum = sums(promised, row -> "").get("");
		assertThat(dollars(total.at("/node/pledgeTotals"))).singleElement()
			.hasToString(
					"""
							{"pledges":1516,"amounts":{"currency":"USD","pledged":"%1$s","delivered":"%1$s","outstanding":"0.00",\
							"cancelled":"0.00","writtenOff":"0.00","overpaid":"0.00","proposed":"0.00","conditional":"0.00"}}"""
						.formatted(sum.setScale(2)));
		assertThat(by("BODY", "/body/name", staff, campaign))
			.isEqualTo(sums(promised, row -> organizations.getOrDefault(row.getField("account_id"), "NPSP donors")));
		assertThat(by("MONTH", "/month", staff, campaign))
			.isEqualTo(sums(promised, row -> row.getField("close_date").substring(0, 7) + "-01"));
		assertThat(by("PURPOSE", "/purpose", staff, campaign)).isEqualTo(sums(promised, row -> {
			String recurring = row.getField("npe03__recurring_donation__c");
			return recurring.isEmpty() ? "" : "Installment of NPSP recurring donation " + recurring;
		}));
	}

	private Map<String, BigDecimal> by(String grouping, String name, Viewer viewer, String campaign) {
		var answer = this.api.ask(viewer, """
				query ($c: ID!, $g: [PledgeGrouping!]!) { node(id: $c) { ... on Campaign { pledgeTotals(groupBy: $g) {
				  body { name } month purpose amounts { currency delivered } } } } }""", "c", campaign, "g",
				List.of(grouping));
		Map<String, BigDecimal> sums = new TreeMap<>();
		dollars(answer.at("/node/pledgeTotals")).forEach(total -> sums.merge(total.at(name).asString(""),
				new BigDecimal(total.at("/amounts/delivered").asString()).stripTrailingZeros(), BigDecimal::add));
		return sums;
	}

	private static List<JsonNode> dollars(JsonNode totals) {
		return totals.valueStream().filter(total -> total.at("/amounts/currency").asString().equals("USD")).toList();
	}

	/** Of what was won, the rest being nothing. */
	private static Map<String, BigDecimal> sums(List<NamedCsvRecord> rows, Function<NamedCsvRecord, String> by) {
		Map<String, BigDecimal> sums = new TreeMap<>();
		rows.stream()
			.filter(row -> row.getField("stage_name").equals("Closed Won"))
			.forEach(row -> sums.merge(by.apply(row), new BigDecimal(row.getField("amount")), BigDecimal::add));
		sums.replaceAll((name, sum) -> sum.stripTrailingZeros());
		return sums;
	}

	private void nothingTellsWhoThePersonsAre(Path accounts, Path opportunities) throws IOException {
		var households = rows(accounts).stream()
			.filter(row -> row.getField("npe01__SYSTEM_AccountType__c").equals(HOUSEHOLD))
			.map(row -> row.getField("Name"))
			.toList();
		assertThat(Files.readString(Path.of(accounts + ".report.csv"))).doesNotContain(households);
		this.transactions.read(Viewer.SYSTEM, () -> {
			var ofThem = this.sql.select(PERSON.FAMILY_NAME)
				.from(PERSON)
				.join(BODY_IDENTIFIER)
				.on(BODY_IDENTIFIER.BODY_ID.eq(PERSON.CONTROLLER_ID))
				.where(BODY_IDENTIFIER.SCHEME.eq("NPSP_EXPORT"))
				.fetchSet(PERSON.FAMILY_NAME);
			assertThat(ofThem).hasSizeGreaterThanOrEqualTo(93).allMatch(name -> name.startsWith("NPSP contact "));
			assertThat(this.sql.fetchExists(BODY, BODY.NAME.in(households))).isFalse();
			assertThat(this.sql.selectDistinct(BODY.VISIBILITY)
				.from(BODY)
				.join(BODY_IDENTIFIER)
				.on(BODY_IDENTIFIER.BODY_ID.eq(BODY.ID))
				.where(BODY_IDENTIFIER.SCHEME.like("NPSP%"))
				.fetch(BODY.VISIBILITY)).containsExactly(Visibility.INTERNAL);
			assertThat(this.sql.selectDistinct(PLEDGE.PURPOSE)
				.from(PLEDGE)
				.where(PLEDGE.CAMPAIGN_ID.eq(Campaigning.uuid(this.imports.campaign("NPSP opportunities"))))
				.fetch(PLEDGE.PURPOSE))
				.allMatch(purpose -> purpose == null || purpose.startsWith("Installment of NPSP"));
			return null;
		});
	}

	private static List<NamedCsvRecord> rows(Path file) throws IOException {
		try (var text = new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
				var rows = CsvReader.builder().ofNamedCsvRecord(text)) {
			return rows.stream().toList();
		}
	}

	private Path copy(String name) throws IOException {
		var real = DATA.resolve(name);
		if (!Files.exists(real)) {
			System.out.println("SKIPPED: " + real + " is not there, so the real export is not read.");
		}
		assumeTrue(Files.exists(real), "the data beside the project");
		return Files.copy(real, this.folder.resolve(name));
	}

}
