package org.solidarity.pledge.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.EXCHANGE_RATE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A campaign in dollars with pledges in Fijian dollars and Tongan pa'anga, whose rates
 * nobody else records here.
 */
@ApiTest
class ConversionTest {

	private static final String CONVERTED = """
			query ($id: ID!, $rate: PledgeRate!, $asOf: Date, $known: DateTime) { node(id: $id) { ... on Campaign {
			  convertedPledgeTotal(rate: $rate, asOf: $asOf, asKnownAt: $known) { pledges
			    amounts { currency pledged delivered outstanding }
			    unconverted { pledges amounts { currency pledged } } rates { rate day } } } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	PledgeFixture fixture;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	@Autowired
	Statements statements;

	Viewer staff;

	UUID campaign;

	UUID body;

	@BeforeEach
	void aCampaign() {
		this.staff = this.viewers.staff();
		this.campaign = this.fixture.campaign(this.staff);
		this.body = this.fixture.body();
	}

	@Test
	void eachPledgeIsTakenAtTheRateThatItBookedOrAllAtTheRateOfTheDay() {
		rate("FJD", "0.5", "1990-01-01").hasUserErrors();
		this.fixture.pledge(this.staff, this.campaign, this.body, "10");
		var early = this.fixture.pledge(this.staff, this.campaign, this.body, "100", "currency", "FJD");
		this.fixture.act(this.staff, "recordFulfilment", "pledgeId", early, "amount", "30", "effectiveOn",
				"2025-02-01");
		rate("FJD", "0.4", "1990-01-01").hasUserErrors();
		this.fixture.pledge(this.staff, this.campaign, this.body, "100", "currency", "FJD");
		this.fixture.pledge(this.staff, this.campaign, this.body, "7", "currency", "TOP");
		this.fixture.pledge(this.staff, this.campaign, this.body, "8", "type", "VOLUNTEER_HOURS", "currency", null);
		var unconverted = "unconverted: [{pledges: 1, amounts: {currency: 'TOP', pledged: '7.00'}}]";
		converted("BOOKED", null).is("{node: {convertedPledgeTotal: {pledges: 3, amounts: {currency: 'USD',"
				+ " pledged: '100.00', delivered: '15.00', outstanding: '85.00'}, " + unconverted
				+ ", rates: [{rate: '0.5', day: '1990-01-01'}, {rate: '0.4', day: '1990-01-01'}]}}}");
		converted("AS_OF", null).is("{node: {convertedPledgeTotal: {pledges: 3, amounts: {currency: 'USD',"
				+ " pledged: '90.00', delivered: '12.00', outstanding: '78.00'}, " + unconverted
				+ ", rates: [{rate: '0.4', day: '1990-01-01'}]}}}");
		rate("FJD", "2", "2025-06-01").hasUserErrors();
		converted("AS_OF", "2025-06-01").is("{node: {convertedPledgeTotal: {pledges: 3, amounts: {currency: 'USD',"
				+ " pledged: '410.00', delivered: '60.00', outstanding: '350.00'}, " + unconverted
				+ ", rates: [{rate: '2', day: '2025-06-01'}]}}}");
		converted("AS_OF", "2025-05-31").is("{node: {convertedPledgeTotal: {pledges: 3, amounts: {currency: 'USD',"
				+ " pledged: '90.00', delivered: '12.00', outstanding: '78.00'}, " + unconverted
				+ ", rates: [{rate: '0.4', day: '1990-01-01'}]}}}");
	}

	@Test
	void whatWasRecordedBeforeItsRateStaysUnconvertedAtBookedRates() {
		this.fixture.pledge(this.staff, this.campaign, this.body, "5", "currency", "WST");
		rate("WST", "0.36", "1990-01-01").hasUserErrors();
		converted("BOOKED", null).is("{node: {convertedPledgeTotal: {pledges: 0, amounts: {currency: 'USD',"
				+ " pledged: '0.00', delivered: '0.00', outstanding: '0.00'},"
				+ " unconverted: [{pledges: 1, amounts: {currency: 'WST', pledged: '5.00'}}], rates: []}}}");
		converted("AS_OF", null).is("{node: {convertedPledgeTotal: {pledges: 1, amounts: {currency: 'USD',"
				+ " pledged: '1.80', delivered: '0.00', outstanding: '1.80'}, unconverted: [],"
				+ " rates: [{rate: '0.36', day: '1990-01-01'}]}}}");
	}

	@Test
	void manyCampaignsCostAsManyStatementsAsOne() {
		rate("FJD", "0.5", "1990-01-01").hasUserErrors();
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			UUID another = this.fixture.campaign(this.staff);
			this.fixture.pledge(this.staff, another, this.body, "10", "currency", "FJD");
			ids.add(PledgeFixture.campaignId(another));
		}
		var all = """
				query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Campaign {
				  booked: convertedPledgeTotal(rate: BOOKED) { rates { currency } }
				  asOf: convertedPledgeTotal(rate: AS_OF) { rates { currency } } } } }""";
		assertThat(this.api.ask(this.staff, all, "ids", ids).at("/nodes").toString())
			.isEqualTo("[" + String.join(",", Collections.nCopies(5,
					"{\"booked\":{\"rates\":[{\"currency\":\"FJD\"}]},\"asOf\":{\"rates\":[{\"currency\":\"FJD\"}]}}"))
					+ "]");
		int one = this.statements.during(() -> this.api.ask(this.staff, all, "ids", ids.subList(0, 1)));
		assertThat(this.statements.during(() -> this.api.ask(this.staff, all, "ids", ids))).isEqualTo(one);
	}

	@Test
	void onlyStaffRecordRatesAndNobodyChangesThem() {
		rate("FJD", "0", "2025-01-01").hasUserErrors("OUT_OF_RANGE input.rate");
		rate("USD", "1", "2025-01-01").hasUserErrors("INVALID input.intoCurrency");
		rate("XAU", "1.0000000000001", "1700-01-01").hasUserErrors("INVALID input.currency", "INVALID input.rate",
				"OUT_OF_RANGE input.day");
		for (var viewer : new Viewer[] { this.viewers.coordinator(), this.viewers.auditor(),
				this.viewers.administrator(), this.viewers.partner() }) {
			this.api.ask(viewer, RECORD, "in", input("FJD", "1", "2025-01-01")).isRefused("FORBIDDEN");
		}
		Assertions
			.assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM,
					() -> this.sql.update(EXCHANGE_RATE).set(EXCHANGE_RATE.RATE, BigDecimal.TEN).execute()))
			.hasStackTraceContaining("permission denied");
		rate("PGK", "0.25", "2025-01-01").hasUserErrors();
		this.api.ask(this.viewers.partner(),
				"{ exchangeRates(first: 1, currency: \"PGK\") { nodes { currency intoCurrency rate day source } totalCount } }")
			.is("{exchangeRates: {nodes: [{currency: 'PGK', intoCurrency: 'USD', rate: '0.25', day: '2025-01-01',"
					+ " source: 'A central bank'}], totalCount: 1}}");
	}

	private static final String RECORD = """
			mutation ($in: RecordExchangeRateInput!) { recordExchangeRate(input: $in) {
			  exchangeRate { id } errors { code path message } } }""";

	private Answer rate(String currency, String rate, String day) {
		return this.api.ask(this.staff, RECORD, "in", input(currency, rate, day));
	}

	private static java.util.Map<String, Object> input(String currency, String rate, String day) {
		return java.util.Map.of("idempotencyKey", UUID.randomUUID().toString(), "currency", currency, "intoCurrency",
				"USD", "rate", rate, "day", day, "source", "A central bank");
	}

	private Answer converted(String rate, String asOf) {
		return this.api.ask(this.staff, CONVERTED, "id", PledgeFixture.campaignId(this.campaign), "rate", rate, "asOf",
				asOf);
	}

}
