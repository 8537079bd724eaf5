package org.solidarity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.BODY_IDENTIFIER;
import static org.solidarity.platform.jooq.Tables.PLEDGE_ORIGIN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.solidarity.organization.Body;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** What opportunities of another system become. */
@ApiTest
class PledgeImportTest {

	private static final String PLEDGES = """
			query ($c: ID!, $b: ID!) { node(id: $b) { ... on Body { pledgeTotals(campaignId: $c) {
			  pledges amounts { currency pledged delivered outstanding } } pledges { nodes { member { id }
			  amount { amount currency } due purpose ledger { nodes { kind reference } } } } } } }""";

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

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	@Test
	void anOrganizationsOpportunityIsItsPledgeAndComesWhenItIsWon() throws IOException {
		organization("Käthe & Söhne");
		opportunities("1,12.5,Pledged,2031-01-31,a,,7,");
		opportunities("1,12.5,Closed Won,2031-01-31,a,,7,", "2,3,Posted,2017-02-28,a,,,");
		assertThat(pledges()).isEqualTo(
				"""
						{"pledgeTotals":[{"pledges":2,"amounts":{"currency":"EUR","pledged":"15.50","delivered":"3.00",\
						"outstanding":"12.50"}}],"pledges":{"nodes":[{"member":null,"amount":{"amount":"3.00","currency":"EUR"},\
						"due":"2017-02-28","purpose":null,"ledger":{"nodes":[{"kind":"ORIGINAL","reference":null},\
						{"kind":"CONFIRMED","reference":null},{"kind":"FULFILMENT","reference":"NPSP 2M"}]}},\
						{"member":null,"amount":{"amount":"12.50","currency":"EUR"},"due":"2031-01-31",\
						"purpose":"Installment of NPSP recurring donation 7","ledger":{"nodes":[\
						{"kind":"ORIGINAL","reference":null},{"kind":"CONFIRMED","reference":null}]}}]}}""");
	}

	@Test
	void whatWasPromisedIsFulfilledByALaterExportAndStaysAsItIsOtherwise() throws IOException {
		organization("Flash");
		assertThat(opportunities("1,100,Pledged,2017-02-28,a,,,")).contains("1 pledges recorded",
				"0 fulfilments of pledges recorded");
		assertThat(opportunities("1,100,Closed Won,2017-02-28,a,,,")).contains("0 pledges recorded",
				"1 fulfilments of pledges recorded");
		assertThat(opportunities("1,100,Pledged,2017-02-28,a,,,")).contains("0 pledges recorded",
				"0 fulfilments of pledges recorded", "0 doubtful");
		assertThat(opportunities("1,110,Closed Won,2017-02-28,a,,,")).contains("0 pledges recorded",
				"0 fulfilments of pledges recorded",
				"1 the pledge is recorded with another amount or currency; it stays as it is");
		assertThat(pledges()).contains("\"pledged\":\"100.00\",\"delivered\":\"100.00\",\"outstanding\":\"0.00\"}");
	}

	@Test
	void aRowThatPromisesNothingIsRejectedForItsReason() throws IOException {
		organization("Reasons");
		opportunities("1,0,Pledged,2017-02-28,a,,,", "2,-5,Closed Won,2017-02-28,a,,,",
				"3,many,Closed Won,2017-02-28,a,,,", "4,5,Closed Lost,2017-02-28,a,,,", "5,5,Closed Won,yesterday,a,,,",
				"6,5,Closed Won,2099-01-01,a,,,", "7,5.005,Closed Won,2017-02-28,a,,,",
				"8,5,Closed Won,2017-02-28,b,,,", "9,5,Closed Won,2017-02-28,a,,,EURO",
				"10,5,Closed Won,2017-02-28,a,,,XAU", "12345678901234567890,5,Closed Won,2017-02-28,a,,,");
		assertThat(Imports.report(file())).hasSize(12)
			.containsSubsequence(
					"2,REJECTED,amount,0,\"this is not more than nothing, up to 1000000000000000; nothing is promised by it\"",
					"3,REJECTED,amount,'-5,\"this is not more than nothing, up to 1000000000000000; nothing is promised by it\"",
					"4,REJECTED,amount,many,this is not a number like 1234.50",
					"5,REJECTED,stage_name,Closed Lost,\"nothing is promised in this stage, as far as is known; nothing is recorded\"",
					"6,REJECTED,close_date,yesterday,no day is told on which this can have been; nothing is recorded",
					"7,REJECTED,close_date,2099-01-01,no day is told on which this can have been; nothing is recorded",
					"8,REJECTED,amount,5.005,this has more decimal places than the currency",
					"9,REJECTED,account_id,bMARK,\"no body is recorded under this number, and no person is told; nothing is recorded\""
						.replace("MARK", this.mark),
					"10,REJECTED,currencyisocode,EURO,this is no currency of ISO 4217",
					"11,REJECTED,currencyisocode,XAU,no money is paid in this currency");
	}

	@Test
	void aPersonStaysUnderAPseudonymThatOnlyWhoMaySeePersonsIsShown() throws IOException {
		organization("Beside");
		opportunities("1,40,Closed Won,2017-02-28,household,c,,", "2,2,Closed Won,2017-03-31,household,c,,");
		String campaign = this.imports.campaign("NPSP opportunities");
		UUID donors = this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.select(PLEDGE_ORIGIN.pledge().BODY_ID)
					.from(PLEDGE_ORIGIN)
					.where(PLEDGE_ORIGIN.KEY.eq("1" + this.mark))
					.fetchSingle(PLEDGE_ORIGIN.pledge().BODY_ID));
		Viewer staff = this.viewers.staff();
		Viewer coordinator = this.viewers.coordinator(donors);
		Viewer partner = this.viewers.partner(donors);
		this.campaigning.assign(campaign, staff);
		this.campaigning.assign(campaign, coordinator);
		String asked = "NPSP contact c" + this.mark;
		assertThat(familyNames(coordinator)).contains(asked);
		assertThat(familyNames(this.viewers.auditor())).contains(asked);
		assertThat(familyNames(staff)).doesNotContain("NPSP contact").contains("\"member\":null");
		assertThat(familyNames(partner)).doesNotContain("NPSP contact", "\"member\"");
	}

	private String familyNames(Viewer viewer) {
		return this.api.ask(viewer, """
				{ bodies(first: 5, search: "NPSP donors") { nodes { pledges(first: 100) { nodes { member {
				  familyName } } } } } }""").at("/bodies").toString();
	}

	private void organization(String name) throws IOException {
		var file = Files.writeString(this.folder.resolve("accounts.csv"), """
				id,Name,npe01__SYSTEM_AccountType__c
				a%s,%s %1$s,Organization
				""".formatted(this.mark, name));
		assertThat(this.imports.run(file, "npsp-accounts")).contains("1 bodies created", "0 rejected");
	}

	private String opportunities(String... rows) throws IOException {
		var text = new StringBuilder("id,name,amount,stage_name,close_date,account_id,primary_contact__c,"
				+ "npe03__recurring_donation__c,CurrencyIsoCode\n");
		for (String row : rows) {
			var fields = List.of(row.split(",", -1));
			text.append(fields.get(0).length() > 18 ? fields.get(0) : fields.get(0) + this.mark)
				.append(",Amy Diaz: €,")
				.append(String.join(",", fields.subList(1, 4)))
				.append(',')
				.append(fields.get(4))
				.append(this.mark)
				.append(',')
				.append(fields.get(5).isEmpty() ? "" : fields.get(5) + this.mark)
				.append(',')
				.append(fields.get(6))
				.append(',')
				.append(fields.get(7).isEmpty() ? "EUR" : fields.get(7))
				.append('\n');
		}
		Files.writeString(file(), text);
		return this.imports.run(file(), "npsp-opportunities");
	}

	private NodeId body() {
		return this.transactions.read(Viewer.SYSTEM,
				() -> new NodeId(Body.PREFIX,
						this.sql.select(BODY_IDENTIFIER.BODY_ID)
							.from(BODY_IDENTIFIER)
							.where(BODY_IDENTIFIER.VALUE.eq("a" + this.mark))
							.fetchSingle(BODY_IDENTIFIER.BODY_ID)));
	}

	private Path file() {
		return this.folder.resolve("opportunities.csv");
	}

	private String pledges() {
		Viewer staff = this.viewers.staff();
		String campaign = this.imports.campaign("NPSP opportunities");
		this.campaigning.assign(campaign, staff);
		return this.api.ask(staff, PLEDGES, "c", campaign, "b", body().toString())
			.at("/node")
			.toString()
			.replace(this.mark, "M");
	}

}
