package org.solidarity.endorsement.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.platform.jooq.enums.RepresentationKind;

/**
 * What is known at a moment, and the rule of who endorses and is represented, slow and
 * obvious: each question is asked anew, and nothing is kept.
 */
class Rule {

	private static final Set<BodyKind> FEDERATIONS = Set.of(BodyKind.NATIONAL_CENTER, BodyKind.GLOBAL_UNION_FEDERATION,
			BodyKind.STATE_FEDERATION, BodyKind.AREA_LABOR_FEDERATION, BodyKind.CENTRAL_LABOR_COUNCIL,
			BodyKind.TRADE_DEPARTMENT, BodyKind.INTERMEDIATE_BODY, BodyKind.COALITION);

	record Edge(UUID from, RelationType type, UUID to, @Nullable LocalDate since, @Nullable LocalDate until) {

		boolean holdsOn(LocalDate day) {
			return (this.since == null || !this.since.isAfter(day)) && (this.until == null || this.until.isAfter(day));
		}

	}

	record Count(LocalDate day, int members) {
	}

	/**
	 * A proceeding that was adopted.
	 *
	 * @param adopted null where that was a mistake
	 * @param rescinded null where it was not
	 */
	record Adoption(UUID body, @Nullable LocalDate adopted, @Nullable LocalDate rescinded) {

		boolean endorsesOn(LocalDate day) {
			return this.adopted != null && !this.adopted.isAfter(day)
					&& (this.rescinded == null || this.rescinded.isAfter(day));
		}

	}

	record Answer(BodyKind kind, LocalDate since, RepresentationKind how, @Nullable UUID coveredBy,
			@Nullable Integer members) {
	}

	final Map<UUID, BodyKind> kinds = new HashMap<>();

	final Map<UUID, Edge> edges = new HashMap<>();

	final Map<UUID, List<Count>> counts = new HashMap<>();

	final Map<UUID, Adoption> adoptions = new HashMap<>();

	/** The same knowledge, which stays when this grows. */
	Rule now() {
		var now = new Rule();
		now.kinds.putAll(this.kinds);
		now.edges.putAll(this.edges);
		this.counts.forEach((body, of) -> now.counts.put(body, new ArrayList<>(of)));
		now.adoptions.putAll(this.adoptions);
		return now;
	}

	/** Each endorsing body on the day. */
	Map<UUID, Answer> on(LocalDate day) {
		Map<UUID, Answer> answers = new TreeMap<>();
		for (UUID body : endorsing(day)) {
			UUID cover = isFederation(body) ? null : cover(body, day);
			Integer members = members(body, day);
			var how = isFederation(body) ? RepresentationKind.FEDERATION : cover != null ? RepresentationKind.COVERED
					: members == null ? RepresentationKind.WITHOUT_COUNT : RepresentationKind.COUNTED;
			answers.put(body,
					new Answer(Objects.requireNonNull(this.kinds.get(body)), since(body, day), how, cover, members));
		}
		return answers;
	}

	/** The bodies that endorse, without those that went into another one that does. */
	private Set<UUID> endorsing(LocalDate day) {
		Set<UUID> said = new LinkedHashSet<>();
		this.adoptions.values().stream().filter(one -> one.endorsesOn(day)).forEach(one -> said.add(one.body()));
		Set<UUID> endorsing = new LinkedHashSet<>(said);
		endorsing.removeIf(body -> said.stream()
			.anyMatch(other -> !other.equals(body) && successors(body, day).contains(other)
					&& !(successors(other, day).contains(body) && isFirst(body, other))));
		return endorsing;
	}

	private @Nullable UUID cover(UUID body, LocalDate day) {
		return covers(body, day).stream()
			.filter(other -> covers(other, day).isEmpty())
			.min(Comparator.comparing(UUID::toString))
			.orElse(null);
	}

	private Set<UUID> covers(UUID body, LocalDate day) {
		Set<UUID> covers = new LinkedHashSet<>(endorsing(day));
		Set<UUID> above = above(body, day);
		covers.removeIf(other -> other.equals(body) || isFederation(other) || !above.contains(other)
				|| (above(other, day).contains(body) && isFirst(body, other)));
		return covers;
	}

	private Set<UUID> successors(UUID body, LocalDate day) {
		Set<UUID> reached = new LinkedHashSet<>(List.of(body));
		while (reached.addAll(this.edges.values()
			.stream()
			.filter(edge -> edge.holdsOn(day) && edge.type() == RelationType.SUCCESSOR_OF
					&& reached.contains(edge.to()))
			.map(Edge::from)
			.toList())) {
		}
		return reached;
	}

	private Set<UUID> above(UUID body, LocalDate day) {
		Set<UUID> reached = new LinkedHashSet<>(List.of(body));
		boolean more = true;
		while (more) {
			more = false;
			for (Edge edge : this.edges.values()) {
				boolean up = edge.type() == RelationType.CHARTERED_BY || edge.type() == RelationType.CONSTITUENT_OF;
				boolean on = edge.type() == RelationType.SUCCESSOR_OF;
				if (edge.holdsOn(day) && up && reached.contains(edge.from())) {
					more |= reached.add(edge.to());
				}
				if (edge.holdsOn(day) && on && reached.contains(edge.to())) {
					more |= reached.add(edge.from());
				}
			}
		}
		return reached;
	}

	/** The latest count; of one day the one that was recorded last. */
	private @Nullable Integer members(UUID body, LocalDate day) {
		Count latest = null;
		for (Count count : this.counts.getOrDefault(body, List.of())) {
			if (!count.day().isAfter(day) && (latest == null || !count.day().isBefore(latest.day()))) {
				latest = count;
			}
		}
		return latest == null ? null : latest.members();
	}

	private LocalDate since(UUID body, LocalDate day) {
		return this.adoptions.values()
			.stream()
			.filter(one -> one.body().equals(body) && one.endorsesOn(day))
			.map(Adoption::adopted)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElseThrow();
	}

	private boolean isFederation(UUID body) {
		return FEDERATIONS.contains(this.kinds.get(body));
	}

	private static boolean isFirst(UUID one, UUID other) {
		return one.toString().compareTo(other.toString()) < 0;
	}

}
