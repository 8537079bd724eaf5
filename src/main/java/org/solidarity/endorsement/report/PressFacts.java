package org.solidarity.endorsement.report;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.solidarity.endorsement.report.EndorsementReport.Cell;
import org.solidarity.platform.jooq.enums.BodyKind;

/**
 * The numbers that the press gets, in any language.
 *
 * @param unions organizations of the labor movement among the endorsing bodies
 * @param countries other than the United States where states are told, else all of them;
 * 0 where it is one country and nothing else to be told
 * @param somewhereElse whether a body is in no known state, district, territory or
 * country, so that there may be more of them
 */
record PressFacts(int unions, int others, int states, boolean district, int territories, int countries,
		boolean somewhereElse, int councils, int areaFederations, int stateFederations,
		MembersRepresented represented) {

	private static final Set<BodyKind> NO_UNIONS = EnumSet.of(BodyKind.CONSTITUENCY_GROUP, BodyKind.WORKER_CENTER,
			BodyKind.COMMUNITY_GROUP, BodyKind.FAITH_GROUP, BodyKind.STUDENT_GROUP, BodyKind.COALITION,
			BodyKind.EMPLOYER, BodyKind.OTHER);

	private static final String UNITED_STATES = "US";

	private static final String DISTRICT_OF_COLUMBIA = "US-DC";

	private static final Set<String> TERRITORIES = Set.of("US-PR", "US-GU", "US-VI", "US-AS", "US-MP", "US-UM");

	static PressFacts of(EndorsementReport report) {
		int regions = places(report, PressFacts::isAmericanRegion, true);
		int district = places(report, cell -> DISTRICT_OF_COLUMBIA.equals(cell.region()), true);
		int territories = places(report, cell -> cell.region() != null && TERRITORIES.contains(cell.region()), true);
		int countries = places(report, cell -> regions == 0 || !UNITED_STATES.equals(cell.country()), false);
		boolean nowhere = bodies(report, cell -> cell.country() == null) > 0
				|| regions > 0 && bodies(report, PressFacts::isSomewhereInAmerica) > 0;
		int unions = bodies(report, cell -> !NO_UNIONS.contains(cell.kind()));
		return new PressFacts(unions, report.bodies() - unions, regions - district - territories, district > 0,
				territories, regions == 0 && countries == 1 ? 0 : countries, nowhere,
				bodies(report, cell -> cell.kind() == BodyKind.CENTRAL_LABOR_COUNCIL),
				bodies(report, cell -> cell.kind() == BodyKind.AREA_LABOR_FEDERATION),
				bodies(report, cell -> cell.kind() == BodyKind.STATE_FEDERATION), report.membersRepresented());
	}

	int bodies() {
		return this.unions + this.others;
	}

	/** 0 where there is nothing to be told. */
	long members() {
		return Objects.requireNonNullElse(this.represented.members(), 0L);
	}

	/** Whether the number of members is a lower bound. */
	boolean membersAtLeast() {
		return this.represented.bodiesWithoutCount() > 0;
	}

	private static boolean isAmericanRegion(Cell cell) {
		return UNITED_STATES.equals(cell.country()) && cell.region() != null;
	}

	private static boolean isSomewhereInAmerica(Cell cell) {
		return UNITED_STATES.equals(cell.country()) && cell.region() == null;
	}

	private static int bodies(EndorsementReport report, Predicate<Cell> which) {
		return report.cells().stream().filter(which).mapToInt(Cell::bodies).sum();
	}

	private static int places(EndorsementReport report, Predicate<Cell> which, boolean regions) {
		return (int) report.cells()
			.stream()
			.filter(which)
			.map(cell -> regions ? cell.region() : cell.country())
			.filter(Objects::nonNull)
			.distinct()
			.count();
	}

}
