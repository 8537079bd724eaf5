package org.solidarity.action.participation;

import java.util.UUID;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.springframework.stereotype.Component;

/** Actions and whoever comes to them, to test with; each call makes a new one. */
@Component
class ParticipationFixture {

	static final String RSVP = """
			mutation ($k: String!, $a: ID!, $m: ID, $b: ID, $s: ID, $g: Int) { rsvp(input: {idempotencyKey: $k, actionId: $a,
			  memberId: $m, onBehalfOfId: $b, shiftId: $s, answer: ACCEPTED, guests: $g}) {
			  participation { id rsvp version } errors { code path } } }""";

	static final String CHECK_IN = """
			mutation ($a: ID!, $n: String!, $p: ID, $m: ID, $b: ID, $g: Int) { checkIn(input: {actionId: $a, nonce: $n,
			  participationId: $p, memberId: $m, onBehalfOfId: $b, guests: $g}) {
			  participation { id outcome rsvp } errors { code path } } }""";

	static final String CHANGE = """
			mutation ($id: ID!, $v: Int!, $r: RsvpStatus, $g: Int) { changeRsvp(input: {id: $id, expectedVersion: $v, answer: $r,
			  guests: $g}) { participation { rsvp } errors { code path } } }""";

	static final String TURNOUT = "query ($a: ID!) { node(id: $a) { ... on Action { turnout { checkedIn total rsvps { accepted waitlisted cancelled } } } } }";

	private final Api api;

	private final Viewers viewers;

	private final Some some;

	ParticipationFixture(Api api, Viewers viewers, Some some) {
		this.api = api;
		this.viewers = viewers;
		this.some = some;
	}

	Scene scene() {
		UUID local = this.some.local("Demo Local 30");
		var staff = this.viewers.staff();
		var coordinator = this.viewers.coordinator(local);
		return new Scene(this, local, staff, coordinator, this.some.campaign(staff, coordinator));
	}

	/** A local, its coordinator and staff, at work on a campaign. */
	record Scene(ParticipationFixture fixture, UUID local, Viewer staff, Viewer coordinator, UUID campaign) {

		Answer rsvp(String action, String member, int guests) {
			return this.fixture.api.ask(this.coordinator, RSVP, "k", member, "a", action, "m", member, "g", guests);
		}

		String action(Integer capacity) {
			return this.fixture.api
				.ask(this.coordinator,
						"""
								mutation ($c: ID!, $h: ID!, $n: Int) { createAction(input: {campaignId: $c, hostId: $h, kind: RALLY, title: "Rally",
								  visibility: PARTNER, capacity: $n, schedule: {startDate: "2026-05-01", timeZone: "America/Los_Angeles"}}) {
								  action { id } errors { code path } } }""",
						"c", Some.id("cam", this.campaign), "h", Some.id("bod", this.local), "n", capacity)
				.text("/createAction/action/id");
		}

		String member(String name) {
			return this.fixture.api
				.ask(this.coordinator,
						"""
								mutation ($k: String!, $c: ID!, $g: String) { recordMember(input: {idempotencyKey: $k, controllerId: $c, givenName: $g}) {
								  member { id } } }""",
						"k", name, "c", Some.id("bod", this.local), "g", name)
				.text("/recordMember/member/id");
		}

	}

	static String status(Answer answer) {
		return answer.text("/rsvp/participation/rsvp");
	}

	static String id(Answer answer) {
		return answer.text("/rsvp/participation/id");
	}

}
