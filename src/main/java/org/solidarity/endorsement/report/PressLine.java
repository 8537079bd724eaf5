package org.solidarity.endorsement.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.solidarity.platform.jooq.enums.BodyKind;

/**
 * The one sentence that the press gets, in English; it says nothing that is not known.
 */
final class PressLine {

	private static final Set<BodyKind> NO_UNIONS = EnumSet.of(BodyKind.CONSTITUENCY_GROUP, BodyKind.WORKER_CENTER,
			BodyKind.COMMUNITY_GROUP, BodyKind.FAITH_GROUP, BodyKind.STUDENT_GROUP, BodyKind.COALITION,
			BodyKind.EMPLOYER, BodyKind.OTHER);

	private static final Set<BodyKind> COUNCILS = EnumSet.of(BodyKind.CENTRAL_LABOR_COUNCIL,
			BodyKind.AREA_LABOR_FEDERATION);

	private static final Set<BodyKind> STATE_FEDERATIONS = EnumSet.of(BodyKind.STATE_FEDERATION);

	/** Regions of the United States that are no states. */
	private static final Set<String> NO_STATES = Set.of("US-DC", "US-PR", "US-GU", "US-VI", "US-AS", "US-MP", "US-UM");

	private PressLine() {
	}

	static String of(EndorsementReport report) {
		int bodies = report.bodies();
		if (bodies == 0) {
			return "not yet endorsed by any organization";
		}
		int others = count(report, NO_UNIONS);
		List<String> who = new ArrayList<>();
		add(who, bodies - others, "union organization", "union organizations");
		add(who, others, bodies == others ? "organization" : "other organization",
				bodies == others ? "organizations" : "other organizations");
		return "endorsed by " + String.join(" and ", who) + where(report) + including(report) + representing(report);
	}

	private static String where(EndorsementReport report) {
		int states = (int) report.cells()
			.stream()
			.filter(cell -> "US".equals(cell.country()))
			.map(EndorsementReport.Cell::region)
			.filter(region -> region != null && !NO_STATES.contains(region))
			.distinct()
			.count();
		int countries = (int) report.cells()
			.stream()
			.map(EndorsementReport.Cell::country)
			.filter(Objects::nonNull)
			.filter(country -> !country.equals("US"))
			.distinct()
			.count();
		List<String> where = new ArrayList<>();
		add(where, states, "state", "states");
		add(where, countries, states > 0 ? "other country" : "country", states > 0 ? "other countries" : "countries");
		return where.isEmpty() ? "" : " in " + String.join(" and ", where);
	}

	private static String including(EndorsementReport report) {
		List<String> which = new ArrayList<>();
		add(which, count(report, COUNCILS), "central labor council or area federation",
				"central labor councils and area federations");
		add(which, count(report, STATE_FEDERATIONS), "state federation", "state federations");
		return which.isEmpty() ? "" : ", including " + String.join(" and ", which);
	}

	/** Where bodies lack a count, the number is a lower bound and says so. */
	private static String representing(EndorsementReport report) {
		var represented = report.membersRepresented();
		if (represented.members() == null || represented.members() == 0) {
			return "";
		}
		return ", representing " + (represented.bodiesWithoutCount() > 0 ? "at least " : "")
				+ number(represented.members()) + (represented.members() == 1 ? " member" : " members");
	}

	private static int count(EndorsementReport report, Set<BodyKind> kinds) {
		return report.cells()
			.stream()
			.filter(cell -> kinds.contains(cell.kind()))
			.mapToInt(EndorsementReport.Cell::bodies)
			.sum();
	}

	private static void add(List<String> parts, int count, String one, String many) {
		if (count > 0) {
			parts.add(number(count) + " " + (count == 1 ? one : many));
		}
	}

	private static String number(long value) {
		return String.format(Locale.ENGLISH, "%,d", value);
	}

}
