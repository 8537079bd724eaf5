package org.solidarity.endorsement.stage;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.Stage;

/** What must be told of something that happened, by its stage. */
final class Needs {

	private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

	private static final Set<Stage> REASONED = EnumSet.of(Stage.DEFEATED, Stage.TABLED, Stage.WITHDRAWN,
			Stage.RULED_OUT_OF_ORDER, Stage.RESCINDED, Stage.OVERRIDDEN, Stage.EXPIRED);

	private Needs() {
	}

	static Checks check(Stage stage, StageFacts facts, LocalDate today) {
		var checks = new Checks();
		date(checks, facts, today);
		text(checks, facts.sourceName(), 500, "event", "sourceName");
		checks.optionalText(facts.reason(), 5000, "input", "event", "reason");
		text(checks, facts.committee(), 300, "committee");
		text(checks, facts.referredTo(), 500, "referredTo");
		need(checks, !REASONED.contains(stage) || facts.reason() != null, stage + " needs a reason.", "event",
				"reason");
		switch (stage) {
			case INTRODUCED ->
				need(checks, facts.decisionBody() != null, "INTRODUCED needs who will decide.", "decisionBody");
			case IN_COMMITTEE ->
				need(checks, facts.committee() != null, "IN_COMMITTEE needs the committee.", "committee");
			case RECOMMENDED ->
				need(checks, facts.recommendation() != null, "RECOMMENDED needs the recommendation.", "recommendation");
			case SCHEDULED -> need(checks, facts.meetingId() != null, "SCHEDULED needs the meeting.", "meetingId");
			case ADOPTED -> needDecider(checks, facts);
			case ADOPTED_AS_AMENDED -> {
				needDecider(checks, facts);
				need(checks, facts.adoptedTextId() != null,
						"ADOPTED_AS_AMENDED needs the text as adopted: add it by addResolutionVersion and give its id.",
						"adoptedTextId");
			}
			case REFERRED -> need(checks, facts.referredTo() != null, "REFERRED needs to whom.", "referredTo");
			case COMBINED ->
				need(checks, facts.combinedInto() != null, "COMBINED needs into which proceeding.", "combinedIntoId");
			case OVERRIDDEN ->
				need(checks, facts.overriddenBy() != null, "OVERRIDDEN needs by which body.", "overriddenById");
			default -> {
			}
		}
		return checks;
	}

	private static void date(Checks checks, StageFacts facts, LocalDate today) {
		boolean dated = facts.happenedOn() != null;
		checks
			.that(dated == (facts.precision() != DatePrecision.UNKNOWN), UserError.Code.REQUIRED,
					"happenedOn is needed, or precision UNKNOWN, but not both.", "input", "event", "happenedOn")
			.that(dated || facts.sourceName() != null, UserError.Code.REQUIRED,
					"sourceName is needed where the date is unknown: only a documented record may lack it.", "input",
					"event", "sourceName");
		LocalDate earliest = facts.earliest();
		checks.that(earliest == null || (!earliest.isBefore(FIRST) && !earliest.isAfter(today)),
				UserError.Code.OUT_OF_RANGE,
				"happenedOn lies outside of what is allowed: " + FIRST + " to " + today + ", which is today.", "input",
				"event", "happenedOn");
		LocalDate effective = facts.effectiveOn();
		checks.that(
				effective == null
						|| (!effective.isBefore(earliest != null ? earliest : FIRST) && !effective.isAfter(LAST)),
				UserError.Code.OUT_OF_RANGE,
				"effectiveOn lies outside of what is allowed: the day it happened to " + LAST + ".", "input", "event",
				"effectiveOn");
	}

	private static void needDecider(Checks checks, StageFacts facts) {
		need(checks, facts.decisionBody() != null || facts.sourceName() != null,
				"An adoption needs who decided; where that is unknown, the source that reports it.", "decisionBody");
	}

	private static void need(Checks checks, boolean given, String message, String... path) {
		checks.that(given, UserError.Code.REQUIRED, message, in(path));
	}

	private static void text(Checks checks, @Nullable String value, int length, String... path) {
		if (value != null) {
			checks.text(value, length, in(path));
		}
	}

	private static String[] in(String... path) {
		String[] whole = new String[path.length + 1];
		whole[0] = "input";
		System.arraycopy(path, 0, whole, 1, path.length);
		return whole;
	}

}
