package org.solidarity.endorsement.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.Moment;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.RepresentationKind;

/**
 * Who endorses a campaign on a day, as it was known at a moment, of those that the viewer
 * may see.
 *
 * @param at the day that it is about, and the moment where one was given
 * @param cells the endorsing bodies by kind, place and how they are represented
 * @param targets null for whoever may not see targets
 */
record EndorsementReport(UUID campaignId, Moment at, List<Cell> cells, @Nullable TargetShare targets) {

	/**
	 * How many endorsing bodies are of a kind, in a place and represented in a way.
	 *
	 * @param members the sum of their counts; null where none is known
	 * @param oldest the oldest day of their counts
	 */
	record Cell(BodyKind kind, @Nullable String country, @Nullable String region, RepresentationKind how, int bodies,
			@Nullable Long members, @Nullable LocalDate oldest) {
	}

	record ByKind(BodyKind kind, int bodies) {
	}

	record ByCountry(@Nullable String country, int bodies) {
	}

	record ByRegion(@Nullable String country, @Nullable String region, int bodies) {
	}

	public @Nullable LocalDate asOf() {
		return this.at.asOf();
	}

	public java.time.@Nullable Instant asKnownAt() {
		return this.at.asKnownAt();
	}

	public int bodies() {
		return this.cells.stream().mapToInt(Cell::bodies).sum();
	}

	/** In the order of the kinds; a kind of which there is none is absent. */
	public List<ByKind> byKind() {
		return by(Cell::kind).entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map(of -> new ByKind(of.getKey(), of.getValue()))
			.toList();
	}

	/** By country; what is unknown last. */
	public List<ByCountry> byCountry() {
		return by(cell -> new ByCountry(cell.country(), 0)).entrySet()
			.stream()
			.map(of -> new ByCountry(of.getKey().country(), of.getValue()))
			.sorted(Comparator.comparing(ByCountry::country, unknownLast()))
			.toList();
	}

	/** By country and region; what is unknown last. */
	public List<ByRegion> byRegion() {
		return by(cell -> new ByRegion(cell.country(), cell.region(), 0)).entrySet()
			.stream()
			.map(of -> new ByRegion(of.getKey().country(), of.getKey().region(), of.getValue()))
			.sorted(Comparator.comparing(ByRegion::country, unknownLast())
				.thenComparing(ByRegion::region, unknownLast()))
			.toList();
	}

	public MembersRepresented membersRepresented() {
		return MembersRepresented.of(this.cells);
	}

	private <T> Map<T, Integer> by(Function<Cell, T> group) {
		return this.cells.stream().collect(Collectors.groupingBy(group, Collectors.summingInt(Cell::bodies)));
	}

	private static Comparator<@Nullable String> unknownLast() {
		return Comparator.nullsLast(Comparator.naturalOrder());
	}

}
