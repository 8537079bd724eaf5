package org.solidarity.action.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** An action held every week: each its own, at the same time on the clocks. */
@ApiTest
class RepetitionTest {

	static final String REPEAT = """
			mutation ($k: String!, $id: ID!, $w: Int!, $t: Int!) { repeatAction(input: {idempotencyKey: $k, id: $id, everyWeeks: $w,
			  times: $t}) { actions { id title status version repeats { id } coSponsors { name } schedule { startDate startTime startsAt endsAt }
			    shifts { date startTime } participations { totalCount } } errors { code path } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	UUID host;

	Viewer coordinator;

	UUID campaign;

	@BeforeEach
	void aCampaign() {
		this.host = this.some.local("Weekly local");
		this.coordinator = this.viewers.coordinator(this.host);
		this.campaign = this.some.campaign(this.coordinator);
	}

	@Test
	void nineInLosAngelesStaysNineOverTheChangeOfTheClocks() {
		var action = action("2026-02-28", "09:00");
		this.api.ask(this.coordinator,
				"""
						mutation ($a: ID!, $h: ID!) { addShift(input: {actionId: $a, date: "2026-02-28", startTime: "22:00", endTime: "02:00"}) {
						  errors { code } } rsvp(input: {idempotencyKey: "r", actionId: $a, onBehalfOfId: $h, answer: ACCEPTED}) {
						  errors { code } } confirmAction(input: {id: $a, expectedVersion: 1}) { errors { code } } }""",
				"a", action, "h", Some.id("bod", this.host))
			.is("{addShift: {errors: []}, rsvp: {errors: []}, confirmAction: {errors: []}}");
		var made = repeat(this.coordinator, "1", action, 1, 2);
		var each = "{id: '%s', title: 'Picket ✊', status: 'TENTATIVE', version: 1, repeats: {id: '" + action
				+ "'}, coSponsors: [{name: 'Co-sponsor'}], schedule: {startDate: '%s', startTime: '09:00', startsAt: '%s', endsAt: '%s'},"
				+ " shifts: [{date: '%s', startTime: '22:00'}], participations: {totalCount: 0}}";
		made.is("{repeatAction: {actions: ["
				+ each.formatted(made.text("/repeatAction/actions/0/id"), "2026-03-07", "2026-03-07T17:00:00Z",
						"2026-03-08T00:00:00Z", "2026-03-07")
				+ ", " + each.formatted(made.text("/repeatAction/actions/1/id"), "2026-03-14", "2026-03-14T16:00:00Z",
						"2026-03-14T23:00:00Z", "2026-03-14")
				+ "], errors: []}}");
		assertThat(repeat(this.coordinator, "1", action, 1, 2).at("/repeatAction")).isEqualTo(made.at("/repeatAction"));
		repeat(this.coordinator, "1", action, 1, 3).hasUserErrors("IDEMPOTENCY_KEY_REUSED input.idempotencyKey");
		this.api
			.ask(this.coordinator, "query ($c: ID!) { node(id: $c) { ... on Campaign { actions { totalCount } } } }",
					"c", Some.id("cam", this.campaign))
			.is("{node: {actions: {totalCount: 3}}}");
		assertThat(repeat(this.coordinator, "2", made.text("/repeatAction/actions/1/id"), 52, 1)
			.text("/repeatAction/actions/0/schedule/startDate")).isEqualTo("2027-03-13");
	}

	@Test
	void aDayOnWhichTheClocksLeaveTheTimeOutLeavesNothingBehind() {
		var action = action("2026-02-22", "02:30");
		repeat(this.coordinator, "1", action, 1, 3).hasUserErrors("INVALID input.times");
		this.api
			.ask(this.coordinator, "query ($c: ID!) { node(id: $c) { ... on Campaign { actions { totalCount } } } }",
					"c", Some.id("cam", this.campaign))
			.is("{node: {actions: {totalCount: 1}}}");
		repeat(this.coordinator, "1", action, 0, 53).hasUserErrors("OUT_OF_RANGE input.everyWeeks",
				"OUT_OF_RANGE input.times");
	}

	@Test
	void onlyWhoRecordsForTheHostRepeats() {
		var action = action("2026-05-01", "09:00");
		var other = this.viewers.coordinator(this.some.local("Other local"));
		this.some.worksOn(this.campaign, other);
		repeat(other, "1", action, 1, 1).hasUserErrors("NOT_FOUND input.id");
		repeat(this.viewers.staff(), "1", action, 1, 1).hasUserErrors("NOT_FOUND input.id");
		repeat(this.viewers.auditor(), "1", action, 1, 1).isRefused("FORBIDDEN");
		this.api.ask(this.coordinator,
				"mutation ($id: ID!) { cancelAction(input: {id: $id, expectedVersion: 1, reason: \"Rain\"}) { errors { code } } }",
				"id", action);
		repeat(this.coordinator, "1", action, 1, 1).hasUserErrors("MOVE_NOT_ALLOWED input.id");
	}

	private Answer repeat(Viewer viewer, String key, String action, int weeks, int times) {
		return this.api.ask(viewer, REPEAT, "k", key, "id", action, "w", weeks, "t", times);
	}

	private String action(String day, String time) {
		return this.api.ask(this.coordinator,
				"""
						mutation ($c: ID!, $h: ID!, $o: [ID!], $d: Date!, $t: LocalTime) { createAction(input: {campaignId: $c, hostId: $h,
						  coSponsorIds: $o, kind: PICKET, title: "Picket ✊", schedule: {startDate: $d, startTime: $t, endDate: $d,
						  endTime: "16:00", timeZone: "America/Los_Angeles"}}) { action { id } errors { code path } } }""",
				"c", Some.id("cam", this.campaign), "h", Some.id("bod", this.host), "o",
				new String[] { Some.id("bod", this.some.local("Co-sponsor")) }, "d", day, "t", time)
			.text("/createAction/action/id");
	}

}
