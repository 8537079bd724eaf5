package org.solidarity.action.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.action.participation.ParticipationFixture.RSVP;
import static org.solidarity.action.participation.ParticipationFixture.id;
import static org.solidarity.action.participation.ParticipationFixture.status;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** Who gets a seat, who waits, and who says again that they come. */
@ApiTest
class SeatsTest {

	static final String CANCEL = """
			mutation ($id: ID!, $v: Int!) { changeRsvp(input: {id: $id, expectedVersion: $v, answer: CANCELLED}) {
			  participation { rsvp } promoted { id rsvp version } promotedCount errors { code path } } }""";

	static final String RECONFIRM = """
			mutation ($id: ID!, $v: Int!) { reconfirm(input: {id: $id, expectedVersion: $v}) {
			  participation { version } errors { code path } } }""";

	static final String COUNTS = "query ($a: ID!) { node(id: $a) { ... on Action { turnout { rsvps { accepted waitlisted reconfirmed } showRate } } } }";

	@Autowired
	ParticipationFixture fixture;

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	ParticipationFixture.Scene scene;

	@BeforeEach
	void aCampaign() {
		this.scene = this.fixture.scene();
	}

	@Test
	void ofEightAtOnceOneGetsTheLastPlaceAndSevenWait() throws Exception {
		var action = this.scene.action(1);
		List<Callable<Answer>> calls = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			var member = this.scene.member("Member " + i);
			calls.add(() -> this.scene.rsvp(action, member, 0));
		}
		assertThat(atOnce(calls)).extracting(ParticipationFixture::status)
			.containsOnlyOnce("ACCEPTED")
			.filteredOn("WAITLISTED"::equals)
			.hasSize(7);
	}

	@Test
	void whoWaitedLongestIsSeatedByACancellationWhichTells() {
		var action = this.scene.action(2);
		var pair = this.scene.rsvp(action, this.scene.member("Pair"), 1);
		var threeWait = this.scene.rsvp(action, this.scene.member("Three"), 2);
		var first = this.scene.rsvp(action, this.scene.member("First"), 0);
		var second = this.scene.rsvp(action, this.scene.member("Second"), 0);
		var third = this.scene.rsvp(action, this.scene.member("Third"), 0);
		assertThat(List.of(status(threeWait), status(first), status(third))).containsOnly("WAITLISTED");
		this.api.ask(this.scene.coordinator(), CANCEL, "id", id(pair), "v", 1)
			.is("{changeRsvp: {participation: {rsvp: 'CANCELLED'}, promoted: [{id: '" + id(first)
					+ "', rsvp: 'ACCEPTED', version: 2}, {id: '" + id(second)
					+ "', rsvp: 'ACCEPTED', version: 2}], promotedCount: 2, errors: []}}");
		this.api.ask(this.scene.coordinator(), CANCEL, "id", id(threeWait), "v", 1)
			.is("{changeRsvp: {participation: {rsvp: 'CANCELLED'}, promoted: [], promotedCount: 0, errors: []}}");
		this.api.ask(this.scene.coordinator(),
				"mutation ($id: ID!) { updateAction(input: {id: $id, expectedVersion: 1, capacity: 10}) { promotedCount errors { code } } }",
				"id", action)
			.is("{updateAction: {promotedCount: 1, errors: []}}");
	}

	@Test
	void whomTheViewerMayNotSeeIsSeatedAndOnlyCounted() {
		var action = this.scene.action(1);
		var local = this.some.local("Other local");
		var other = this.viewers.coordinator(local);
		this.some.worksOn(this.scene.campaign(), other);
		var seated = this.api.ask(other, RSVP, "k", "1", "a", action, "b", Some.id("bod", local));
		var waiting = this.scene.rsvp(action, this.scene.member("Unseen"), 0);
		assertThat(status(waiting)).isEqualTo("WAITLISTED");
		this.api.ask(other, CANCEL, "id", id(seated), "v", 1)
			.is("{changeRsvp: {participation: {rsvp: 'CANCELLED'}, promoted: [], promotedCount: 1, errors: []}}");
	}

	@Test
	void eightCancellationsAtOnceSeatTheEightWhoWaitAndNobodyTwice() throws Exception {
		var action = this.scene.action(8);
		List<String> seated = new ArrayList<>();
		for (int i = 0; i < 16; i++) {
			var id = id(this.api.ask(this.scene.coordinator(), RSVP, "k", "n" + i, "a", action, "b",
					Some.id("bod", this.scene.local())));
			if (i < 8) {
				seated.add(id);
			}
		}
		List<Callable<Answer>> calls = new ArrayList<>();
		seated.forEach(id -> calls.add(() -> this.api.ask(this.scene.coordinator(), CANCEL, "id", id, "v", 1)));
		assertThat(atOnce(calls)).extracting(answer -> answer.at("/changeRsvp/promotedCount").asInt()).containsOnly(1);
		this.api.ask(this.scene.coordinator(), COUNTS, "a", action)
			.is("{node: {turnout: {rsvps: {accepted: 8, waitlisted: 0, reconfirmed: 0}, showRate: null}}}");
	}

	@Test
	void whoAcceptedSaysSoAgainUntilTheAnswerOrTheTimeChanges() {
		var action = this.scene.action(2);
		var pair = this.scene.rsvp(action, this.scene.member("Pair"), 1);
		var waiting = this.scene.rsvp(action, this.scene.member("Waiting"), 0);
		var coordinator = this.scene.coordinator();
		this.api.ask(coordinator, RECONFIRM, "id", id(waiting), "v", 1).hasUserErrors("MOVE_NOT_ALLOWED input.id");
		this.api.ask(coordinator, RECONFIRM, "id", id(pair), "v", 7).isRefused("CONFLICT");
		this.api.ask(coordinator, RECONFIRM, "id", id(pair), "v", 1)
			.is("{reconfirm: {participation: {version: 2}, errors: []}}");
		this.api.ask(coordinator, RECONFIRM, "id", id(pair), "v", 1)
			.is("{reconfirm: {participation: {version: 2}, errors: []}}");
		var counted = "{node: {turnout: {rsvps: {accepted: 2, waitlisted: 1, reconfirmed: %s}, showRate: null}}}";
		this.api.ask(coordinator, COUNTS, "a", action).is(counted.formatted("2"));
		var move = """
				mutation ($id: ID!, $v: Int!, $t: String, $d: Date!) { updateAction(input: {id: $id, expectedVersion: $v, description: $t,
				  schedule: {startDate: $d, timeZone: "America/Los_Angeles"}}) { errors { code } } }""";
		this.api.ask(coordinator, move, "id", action, "v", 1, "t", "Same time", "d", "2026-05-01");
		this.api.ask(coordinator, COUNTS, "a", action).is(counted.formatted("2"));
		this.api.ask(coordinator, move, "id", action, "v", 2, "t", "Moved", "d", "2026-05-02");
		this.api.ask(coordinator, COUNTS, "a", action).is(counted.formatted("0"));
		this.api.ask(coordinator, RECONFIRM, "id", id(pair), "v", 3)
			.is("{reconfirm: {participation: {version: 4}, errors: []}}");
		this.api.ask(coordinator, CANCEL, "id", id(pair), "v", 4);
		this.api
			.ask(coordinator, "query ($id: ID!) { node(id: $id) { ... on Participation { reconfirmedAt } } }", "id",
					id(pair))
			.is("{node: {reconfirmedAt: null}}");
		this.api.ask(this.scene.staff(), RECONFIRM, "id", id(pair), "v", 5).hasUserErrors("NOT_FOUND input.id");
		this.api.ask(this.viewers.auditor(), RECONFIRM, "id", id(pair), "v", 5).isRefused("FORBIDDEN");
	}

	@Test
	void theShowRateIsOfThosePeopleWhoAccepted() {
		var action = this.scene.action(null);
		var came = id(this.scene.rsvp(action, this.scene.member("Came"), 3));
		this.scene.rsvp(action, this.scene.member("Unknown"), 0);
		this.scene.rsvp(action, this.scene.member("Unknown too"), 0);
		this.api.ask(this.scene.coordinator(), ParticipationFixture.CHECK_IN, "a", action, "n", "nonce-came", "p",
				came);
		this.api.ask(this.scene.coordinator(), ParticipationFixture.CHECK_IN, "a", action, "n", "nonce-walk-in", "m",
				this.scene.member("Walk in"));
		this.api.ask(this.scene.staff(), COUNTS, "a", action)
			.is("{node: {turnout: {rsvps: {accepted: 6, waitlisted: 0, reconfirmed: 0}, showRate: '0.3333'}}}");
		var partner = this.viewers.partner(this.scene.local());
		this.some.shareActions(this.scene.campaign(), partner);
		this.api.ask(partner, COUNTS, "a", action)
			.is("{node: {turnout: {rsvps: {accepted: null, waitlisted: 0, reconfirmed: null}, showRate: null}}}");
	}

	private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
		List<Answer> answers = new ArrayList<>();
		try (var threads = Executors.newFixedThreadPool(calls.size())) {
			for (var answer : threads.invokeAll(calls)) {
				answers.add(answer.get());
			}
		}
		return answers;
	}

}
