package org.solidarity.endorsement.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.BodyKind;

/**
 * Who endorses a campaign on a day, as it was known at a moment, of those that the viewer
 * may see.
 *
 * @param asKnownAt null for now
 * @param cells the endorsing bodies by kind and place
 * @param targets null for whoever may not see targets
 */
record EndorsementReport(UUID campaignId, LocalDate asOf, @Nullable Instant asKnownAt, List<Cell> cells,
		MembersRepresented membersRepresented, @Nullable TargetShare targets) {

	/** How many endorsing bodies are of a kind and in a place. */
	record Cell(BodyKind kind, @Nullable String country, @Nullable String region, int bodies) {
	}

	record ByKind(BodyKind kind, int bodies) {
	}

	record ByRegion(@Nullable String country, @Nullable String region, int bodies) {
	}

	/**
	 * The members that the endorsing bodies speak for, and what must stand beside that
	 * number.
	 *
	 * @param members null where no body that counts has a known count
	 */
	record MembersRepresented(@Nullable Long members, int bodiesCounted, int bodiesCovered, int bodiesLeftOut,
			int bodiesWithoutCount, @Nullable Long rawSum, @Nullable LocalDate oldestObservation) {
	}

	/** How many of the bodies that the campaign asks endorse it. */
	record TargetShare(int targets, int endorsing) {

		/** With one decimal; null where nobody is asked. */
		public @Nullable BigDecimal percent() {
			return this.targets == 0 ? null : BigDecimal.valueOf(100L * this.endorsing)
				.divide(BigDecimal.valueOf(this.targets), 1, RoundingMode.HALF_UP);
		}

	}

	public int bodies() {
		return this.cells.stream().mapToInt(Cell::bodies).sum();
	}

	/** In the order of the kinds; a kind of which there is none is absent. */
	public List<ByKind> byKind() {
		return this.cells.stream()
			.collect(Collectors.groupingBy(Cell::kind, Collectors.summingInt(Cell::bodies)))
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map(of -> new ByKind(of.getKey(), of.getValue()))
			.toList();
	}

	/** By country and region; what is unknown last. */
	public List<ByRegion> byRegion() {
		Comparator<@Nullable String> unknownLast = Comparator.nullsLast(Comparator.naturalOrder());
		return this.cells.stream()
			.collect(Collectors.groupingBy(cell -> new ByRegion(cell.country(), cell.region(), 0),
					Collectors.summingInt(Cell::bodies)))
			.entrySet()
			.stream()
			.map(of -> new ByRegion(of.getKey().country(), of.getKey().region(), of.getValue()))
			.sorted(Comparator.comparing(ByRegion::country, unknownLast).thenComparing(ByRegion::region, unknownLast))
			.toList();
	}

	public String pressLine() {
		return PressLine.of(this);
	}

}
