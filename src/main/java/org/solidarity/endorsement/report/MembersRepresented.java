package org.solidarity.endorsement.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.report.EndorsementReport.Cell;
import org.solidarity.platform.jooq.enums.RepresentationKind;

/**
 * The members that endorsing bodies speak for, and what must stand beside that number.
 *
 * @param members null where bodies endorse that would be in the sum, but none of them has
 * a known count
 */
record MembersRepresented(@Nullable Long members, int bodiesCounted, int bodiesCovered, int bodiesLeftOut,
		int bodiesWithoutCount, @Nullable Long rawSum, @Nullable LocalDate oldestObservation) {

	static MembersRepresented of(List<Cell> cells) {
		int without = bodies(cells, RepresentationKind.WITHOUT_COUNT);
		Long members = sum(of(cells, RepresentationKind.COUNTED));
		return new MembersRepresented(members == null && without == 0 ? Long.valueOf(0) : members,
				bodies(cells, RepresentationKind.COUNTED), bodies(cells, RepresentationKind.COVERED),
				bodies(cells, RepresentationKind.FEDERATION), without,
				cells.isEmpty() ? Long.valueOf(0) : sum(cells.stream()),
				of(cells, RepresentationKind.COUNTED).map(Cell::oldest)
					.filter(Objects::nonNull)
					.min(Comparator.naturalOrder())
					.orElse(null));
	}

	private static int bodies(List<Cell> cells, RepresentationKind how) {
		return of(cells, how).mapToInt(Cell::bodies).sum();
	}

	private static Stream<Cell> of(List<Cell> cells, RepresentationKind how) {
		return cells.stream().filter(cell -> cell.how() == how);
	}

	private static @Nullable Long sum(Stream<Cell> cells) {
		return cells.map(Cell::members).filter(Objects::nonNull).reduce(Long::sum).orElse(null);
	}

}
