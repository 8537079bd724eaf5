package org.solidarity.endorsement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is recorded, corrected, ended or merged: a report for a moment before it says
 * what it said, and one for now says something else.
 */
@ApiTest
class ReportHistoryTest {

	private static final String REPORT = """
			query ($c: ID!, $d: Date!, $k: DateTime) { endorsementReport(campaignId: $c, asOf: $d, asKnownAt: $k) {
			  bodies byKind { kind bodies } byCountry { country bodies } byRegion { region bodies }
			  membersRepresented { members bodiesCounted bodiesCovered bodiesLeftOut bodiesWithoutCount rawSum oldestObservation }
			  targets { targets endorsing percent strength { percent endorsingMembers members targetsWeighed targetsWithoutCount } }
			  pressLine(language: "es") endorsements { totalCount nodes { body { id } kind effectiveOn evidence
			    ordinal { number sharedBy certain } representation { how coveredBy { id } count { members asOf } } } } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Campaigning campaigning;

	@Autowired
	DSLContext sql;

	Viewer staff;

	String campaign;

	String union;

	String local;

	String other;

	String charter;

	String proceeding;

	@BeforeEach
	void aUnionAndItsLocalEndorse() {
		this.staff = this.viewers.staff();
		this.campaign = this.campaigning.campaign(this.staff);
		this.union = this.campaigning.body(this.staff, "INTERNATIONAL_UNION", "A Union", "US-DC", "PARTNER");
		this.local = this.campaigning.local(this.staff, "B Local");
		this.other = this.campaigning.local(this.staff, "C Local");
		this.charter = mutate(
				"relateBodies(input: {fromId: \"%s\", type: CHARTERED_BY, toId: \"%s\"}) { relation { id } }",
				this.local, this.union)
			.at("/relation/id")
			.asString();
		for (String body : List.of(this.union, this.local, this.other)) {
			count(body, "2024-12-31", body.equals(this.union) ? 5000 : 300);
		}
		target(this.union);
		target(this.local);
		adopt(this.union, "2025-05-01");
		adopt(this.other, "2025-05-02");
		this.proceeding = adopt(this.local, "2025-05-02");
	}

	@ParameterizedTest
	@ValueSource(strings = { "endRelation(input: {id: \"{charter}\", until: \"2025-01-01\"}) { errors { message } }",
			"updateBody(input: {id: \"{union}\", expectedVersion: 1, kind: TRADE_DEPARTMENT}) { errors { message } }",
			"updateBody(input: {id: \"{local}\", expectedVersion: 1, region: \"US-CA\"}) { errors { message } }",
			"updateBody(input: {id: \"{local}\", expectedVersion: 1, country: null, region: null}) { errors { message } }",
			"recordMemberCount(input: {bodyId: \"{union}\", asOf: \"2024-12-31\", count: 6000, basis: REPORTED, source: \"a correction\"}) { errors { message } }",
			"recordMemberCount(input: {bodyId: \"{local}\", asOf: \"2025-01-31\", count: 7, basis: REPORTED, source: \"late\"}) { errors { message } }",
			"mergeBody(input: {id: \"{other}\", expectedVersion: 1, intoId: \"{local}\", on: \"2025-05-03\"}) { errors { message } }",
			"relateBodies(input: {fromId: \"{other}\", type: CONSTITUENT_OF, toId: \"{union}\"}) { errors { message } }",
			"addTarget(input: {campaignId: \"{campaign}\", bodyId: \"{other}\"}) { errors { message } }",
			"rescindEndorsement(input: {proceedingId: \"{proceeding}\", expectedVersion: 3, event: {happenedOn: \"2025-05-10\", evidence: CONFIRMED, reason: \"Reconsidered\"}}) { errors { message } }",
			"overrideEndorsement(input: {proceedingId: \"{proceeding}\", expectedVersion: 3, overriddenById: \"{union}\", event: {happenedOn: \"2025-05-10\", evidence: CONFIRMED, reason: \"Overruled\"}}) { errors { message } }",
			"correctStageEvent(input: {eventId: \"{event}\", expectedVersion: 3, correctionReason: \"Typo\", happenedOn: \"2025-05-01\"}) { errors { message } }",
			"correctStageEvent(input: {eventId: \"{event}\", expectedVersion: 3, correctionReason: \"It never was\", retract: true}) { errors { message } }" })
	void whatIsLearntLaterChangesNoReportOfWhatWasKnownBefore(String mutation) {
		var event = this.api
			.ask(this.staff, "query ($p: ID!) { node(id: $p) { ... on Proceeding { version timeline { id stage } } } }",
					"p", this.proceeding)
			.text("/node/timeline/1/id");
		String moment = this.sql.fetchValue("select to_json(clock_timestamp())").toString().replace("\"", "");
		JsonNode known = report(moment);
		assertThat(report(null)).isEqualTo(known);
		var errors = mutate(mutation.replace("{charter}", this.charter)
			.replace("{union}", this.union)
			.replace("{local}", this.local)
			.replace("{other}", this.other)
			.replace("{campaign}", this.campaign)
			.replace("{proceeding}", this.proceeding)
			.replace("{event}", event)).get("errors");
		assertThat(errors).isEmpty();
		assertThat(report(moment)).isEqualTo(known);
		assertThat(report(null)).isNotEqualTo(known);
	}

	@Test
	void aStatusAndAnEarlierDayChangeNothing() {
		JsonNode known = report(null);
		mutate("changeBodyStatus(input: {id: \"%s\", expectedVersion: 1, status: DISSOLVED}) { errors { message } }",
				this.other);
		assertThat(report(null)).isEqualTo(known);
	}

	private JsonNode report(String moment) {
		var report = this.api.ask(this.staff, REPORT, "c", this.campaign, "d", "2025-06-30", "k", moment)
			.at("/endorsementReport");
		assertThat(report.get("bodies")).isNotNull();
		return report;
	}

	private JsonNode mutate(String mutation, Object... values) {
		var answer = this.api.ask(this.staff, "mutation { it: " + mutation.formatted(values) + " }");
		return answer.at("/it");
	}

	private void count(String body, String day, int count) {
		mutate("recordMemberCount(input: {bodyId: \"%s\", asOf: \"%s\", count: %s, basis: REPORTED, source: \"a test\"}) { errors { message } }",
				body, day, count);
	}

	private void target(String body) {
		mutate("addTarget(input: {campaignId: \"%s\", bodyId: \"%s\"}) { errors { message } }", this.campaign, body);
	}

	private String adopt(String body, String day) {
		var opened = mutate("openProceeding(input: {campaignId: \"%s\", bodyId: \"%s\"}) { proceeding { id stage } }",
				this.campaign, body)
			.get("proceeding");
		mutate("adoptResolution(input: {proceedingId: \"%s\", expectedVersion: %s, decisionBody: MEMBERSHIP, event: {happenedOn: \"%s\", evidence: CONFIRMED}}) { errors { message } }",
				opened.get("id").asString(), opened.get("stage").isNull() ? 1 : 2, day);
		return opened.get("id").asString();
	}

}
