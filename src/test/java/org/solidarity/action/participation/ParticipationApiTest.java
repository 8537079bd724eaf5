package org.solidarity.action.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.action.participation.ParticipationFixture.CHANGE;
import static org.solidarity.action.participation.ParticipationFixture.CHECK_IN;
import static org.solidarity.action.participation.ParticipationFixture.RSVP;
import static org.solidarity.action.participation.ParticipationFixture.TURNOUT;
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
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class ParticipationApiTest {

	@Autowired
	ParticipationFixture fixture;

	@Autowired
	Api api;

	ParticipationFixture.Scene scene;

	@BeforeEach
	void aCampaign() {
		this.scene = this.fixture.scene();
	}

	@Test
	void whoAcceptsWithoutAFreeSeatWaitsAndIsPromotedInOrder() {
		var action = this.scene.action(3);
		var first = this.scene.rsvp(action, this.scene.member("A"), 1);
		var second = this.scene.rsvp(action, this.scene.member("B"), 1);
		var third = this.scene.rsvp(action, this.scene.member("C"), 0);
		var fourth = this.scene.rsvp(action, this.scene.member("D"), 0);
		assertThat(List.of(status(first), status(second), status(third), status(fourth))).containsExactly("ACCEPTED",
				"WAITLISTED", "ACCEPTED", "WAITLISTED");
		this.api.ask(this.scene.coordinator(), CHANGE, "id", id(first), "v", 1, "r", "CANCELLED")
			.is("{changeRsvp: {participation: {rsvp: 'CANCELLED'}, errors: []}}");
		this.api.ask(this.scene.coordinator(), TURNOUT, "a", action)
			.is("{node: {turnout: {checkedIn: 0, total: 0, rsvps: {accepted: 3, waitlisted: 1, cancelled: 1}}}}");
		this.api.ask(this.scene.coordinator(), CHANGE, "id", id(first), "v", 1, "r", "ACCEPTED").isRefused("CONFLICT");
		this.api.ask(this.scene.coordinator(), CHANGE, "id", id(third), "v", 1, "g", 5)
			.hasUserErrors("MOVE_NOT_ALLOWED input.id");
		this.api.ask(this.scene.coordinator(), CHANGE, "id", id(third), "v", 1, "r", "WAITLISTED")
			.hasUserErrors("INVALID input.answer");
	}

	@Test
	void ofManyAtOnceNoMoreAreSeatedThanThereAreSeats() throws Exception {
		var action = this.scene.action(3);
		List<Callable<Answer>> calls = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			String key = "k" + i;
			calls.add(() -> this.api.ask(this.scene.coordinator(), RSVP, "k", key, "a", action, "b",
					Some.id("bod", this.scene.local())));
		}
		try (var threads = Executors.newFixedThreadPool(8)) {
			List<String> statuses = new ArrayList<>();
			for (var answer : threads.invokeAll(calls)) {
				statuses.add(status(answer.get()));
			}
			assertThat(statuses).filteredOn("ACCEPTED"::equals).hasSize(3);
			assertThat(statuses).filteredOn("WAITLISTED"::equals).hasSize(5);
		}
	}

	@Test
	void seatsOfAShiftAreItsOwn() {
		var action = this.scene.action(100);
		var shift = this.api
			.ask(this.scene.coordinator(),
					"""
							mutation ($a: ID!) { addShift(input: {actionId: $a, date: "2026-05-01", startTime: "22:00", endTime: "02:00",
							  capacity: 1}) { shift { id } errors { code } } }""",
					"a", action)
			.text("/addShift/shift/id");
		var member = this.scene.member("Shift");
		assertThat(status(this.api.ask(this.scene.coordinator(), RSVP, "k", "1", "a", action, "m", member, "s", shift)))
			.isEqualTo("ACCEPTED");
		assertThat(status(this.api.ask(this.scene.coordinator(), RSVP, "k", "2", "a", action, "m",
				this.scene.member("Late"), "s", shift)))
			.isEqualTo("WAITLISTED");
		assertThat(status(this.api.ask(this.scene.coordinator(), RSVP, "k", "3", "a", action, "m", member)))
			.isEqualTo("ACCEPTED");
		this.api.ask(this.scene.coordinator(), RSVP, "k", "4", "a", action, "m", member)
			.hasUserErrors("TAKEN input.memberId");
		this.api.ask(this.scene.coordinator(), TURNOUT, "a", action)
			.is("{node: {turnout: {checkedIn: 0, total: 0, rsvps: {accepted: 1, waitlisted: 1, cancelled: 0}}}}");
	}

	@Test
	void aCheckInCountsOnceHoweverOftenItIsSent() throws Exception {
		var action = this.scene.action(null);
		var member = this.scene.member("Phone");
		var expected = id(this.scene.rsvp(action, member, 2));
		List<Callable<Answer>> calls = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			calls.add(() -> this.api.ask(this.scene.coordinator(), CHECK_IN, "a", action, "n", "nonce-anonymous", "b",
					Some.id("bod", this.scene.local())));
			calls.add(() -> this.api.ask(this.scene.coordinator(), CHECK_IN, "a", action, "n", "nonce-expected", "p",
					expected));
			calls.add(() -> this.api.ask(this.scene.coordinator(), CHECK_IN, "a", action, "n", "nonce-expected", "m",
					member));
			String walkIn = "nonce-walk-in-" + i;
			String person = this.scene.member("Walk in " + (i / 2));
			calls.add(() -> this.api.ask(this.scene.coordinator(), CHECK_IN, "a", action, "n", walkIn, "m", person));
		}
		try (var threads = Executors.newFixedThreadPool(8)) {
			for (var answer : threads.invokeAll(calls)) {
				assertThat(answer.get().text("/checkIn/participation/outcome")).isEqualTo("ATTENDED");
			}
		}
		assertThat(this.api.ask(this.scene.coordinator(), TURNOUT, "a", action).at("/node/turnout/checkedIn").asInt())
			.isEqualTo(1 + 3 + 2);
		this.api
			.ask(this.scene.coordinator(), CHECK_IN, "a", action, "n", "nonce-expected", "b",
					Some.id("bod", this.scene.local()))
			.hasUserErrors("TAKEN input.nonce");
		this.api
			.ask(this.scene.coordinator(), CHECK_IN, "a", action, "n", "short", "b", Some.id("bod", this.scene.local()))
			.hasUserErrors("OUT_OF_RANGE input.nonce");
	}

	@Test
	void absenceIsMarkedAndALateCheckInStandsAgainstIt() {
		var action = this.scene.action(null);
		var id = id(this.scene.rsvp(action, this.scene.member("Late"), 0));
		var absent = "mutation ($id: ID!, $v: Int!) { markNoShow(input: {id: $id, expectedVersion: $v}) { participation { outcome rsvp } errors { code path } } }";
		this.api.ask(this.scene.coordinator(), absent, "id", id, "v", 1)
			.is("{markNoShow: {participation: {outcome: 'NO_SHOW', rsvp: 'ACCEPTED'}, errors: []}}");
		this.api.ask(this.scene.coordinator(), CHECK_IN, "a", action, "n", "a day late", "p", id)
			.is("{checkIn: {participation: {id: '" + id + "', outcome: 'ATTENDED', rsvp: 'ACCEPTED'}, errors: []}}");
		this.api.ask(this.scene.coordinator(), absent, "id", id, "v", 3).hasUserErrors("MOVE_NOT_ALLOWED input.id");
	}

}
