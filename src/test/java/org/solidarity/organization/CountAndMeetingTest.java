package org.solidarity.organization;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class CountAndMeetingTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Test
	void theLatestObservationOfTheDayCountsAndNoneIsNull() {
		var recorded = new Recorded(this.api, this.viewers.staff());
		var id = recorded.body("Counted");
		var count = """
				mutation ($id: ID!, $asOf: Date!, $count: Int!) { recordMemberCount(input: {bodyId: $id, asOf: $asOf, count: $count,
				  basis: REPORTED, source: "LM-2"}) { memberCount { count } errors { code path } } }""";
		this.api.ask(recorded.staff(), count, "id", id, "asOf", "2020-01-01", "count", 100).hasUserErrors();
		this.api.ask(recorded.staff(), count, "id", id, "asOf", "2021-01-01", "count", 0).hasUserErrors();
		this.api.ask(recorded.staff(), count, "id", id, "asOf", "2020-01-01", "count", 120).hasUserErrors();
		this.api.ask(recorded.staff(), count, "id", id, "asOf", LocalDate.now().plusDays(2).toString(), "count", 1)
			.hasUserErrors("OUT_OF_RANGE input.asOf");
		this.api.ask(recorded.staff(), count, "id", id, "asOf", "2020-01-01", "count", -1)
			.hasUserErrors("OUT_OF_RANGE input.count");
		this.api.ask(this.viewers.partner(),
				"""
						query ($id: ID!) { node(id: $id) { ... on Body { now: memberCount { count } then: memberCount(asOf: "2020-12-31") { count }
						  before: memberCount(asOf: "2019-12-31") { count } memberCounts { nodes { asOf count basis source } totalCount } } } }""",
				"id", id)
			.is("""
					{node: {now: {count: 0}, then: {count: 120}, before: null, memberCounts: {totalCount: 3, nodes: [
					  {asOf: '2021-01-01', count: 0, basis: 'REPORTED', source: 'LM-2'},
					  {asOf: '2020-01-01', count: 120, basis: 'REPORTED', source: 'LM-2'},
					  {asOf: '2020-01-01', count: 100, basis: 'REPORTED', source: 'LM-2'}]}}}""");
		var filtered = "query ($has: Boolean) { bodies(filter: {name: {eq: \"Counted\"}, hasMemberCount: $has}) { totalCount } }";
		this.api.ask(recorded.staff(), filtered, "has", true).is("{bodies: {totalCount: 1}}");
		this.api.ask(recorded.staff(), filtered, "has", false).is("{bodies: {totalCount: 0}}");
	}

	@Test
	void theNextMeetingIsTheSoonestThatIsNotCancelled() {
		var recorded = new Recorded(this.api, this.viewers.staff());
		var id = recorded.body("Meeting Body");
		var schedule = """
				mutation ($id: ID!, $date: Date!, $deadline: Date) { scheduleMeeting(input: {bodyId: $id, kind: CONVENTION, date: $date,
				  resolutionDeadline: $deadline, place: "Hall"}) { meeting { id } errors { code path } } }""";
		this.api.ask(recorded.staff(), schedule, "id", id, "date", "2010-01-01").hasUserErrors();
		this.api.ask(recorded.staff(), schedule, "id", id, "date", "2090-06-01", "deadline", "2090-07-01")
			.hasUserErrors("OUT_OF_RANGE input.resolutionDeadline");
		var soon = this.api.ask(recorded.staff(), schedule, "id", id, "date", "2090-06-01", "deadline", "2090-05-01")
			.text("/scheduleMeeting/meeting/id");
		this.api.ask(recorded.staff(), schedule, "id", id, "date", "2091-06-01").hasUserErrors();
		var next = """
				query ($id: ID!) { node(id: $id) { ... on Body { nextMeeting { date } meetings { nodes { date cancelled } }
				  all: meetings(from: "2000-01-01", to: "2090-12-31") { totalCount } } } }""";
		this.api.ask(recorded.staff(), next, "id", id).is("""
				{node: {nextMeeting: {date: '2090-06-01'}, meetings: {nodes: [{date: '2090-06-01', cancelled: false},
				  {date: '2091-06-01', cancelled: false}]}, all: {totalCount: 2}}}""");
		this.api.ask(recorded.staff(), """
				mutation ($id: ID!) {
				  move: updateMeeting(input: {id: $id, expectedVersion: 1, date: "2090-06-02", place: null}) {
				    meeting { date place resolutionDeadline version body { name } } errors { code } }
				  cancel: cancelMeeting(input: {id: $id, expectedVersion: 2}) { meeting { cancelled } errors { code } }
				  again: cancelMeeting(input: {id: $id, expectedVersion: 3}) { errors { code path } } }""", "id", soon)
			.is("""
					{move: {meeting: {date: '2090-06-02', place: null, resolutionDeadline: '2090-05-01', version: 2, body: {name: 'Meeting Body'}}, errors: []},
					 cancel: {meeting: {cancelled: true}, errors: []}, again: {errors: [{code: 'MOVE_NOT_ALLOWED', path: ['input', 'id']}]}}""");
		this.api.ask(recorded.staff(),
				"query ($id: ID!) { node(id: $id) { ... on Body { nextMeeting { date } history { totalCount } } } }",
				"id", id)
			.is("{node: {nextMeeting: {date: '2091-06-01'}, history: {totalCount: 3}}}");
	}

}
