package org.solidarity.endorsement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_MEMBER_COUNT;
import static org.solidarity.platform.jooq.Tables.BODY_RELATION;
import static org.solidarity.platform.jooq.Tables.MEMBERS_REPRESENTED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.CountBasis;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The one SQL statement against a slow and obvious reckoning, on random graphs with
 * several parents, ended relations, federations and missing counts.
 */
@ApiTest
class MembersRepresentedTest {

	private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

	private static final Set<BodyKind> THROUGH_AFFILIATES = Set.of(BodyKind.STATE_FEDERATION,
			BodyKind.CENTRAL_LABOR_COUNCIL, BodyKind.INTERMEDIATE_BODY, BodyKind.COALITION);

	private static final List<BodyKind> KINDS = List.of(BodyKind.NATIONAL_UNION, BodyKind.LOCAL_UNION,
			BodyKind.LOCAL_UNION, BodyKind.CHAPTER, BodyKind.STATE_FEDERATION, BodyKind.CENTRAL_LABOR_COUNCIL,
			BodyKind.INTERMEDIATE_BODY, BodyKind.COALITION, BodyKind.WORKER_CENTER);

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	private record Count(LocalDate day, int members) {
	}

	private final List<UUID> bodies = new ArrayList<>();

	private final Map<UUID, BodyKind> kinds = new HashMap<>();

	private final Map<UUID, List<UUID>> parents = new HashMap<>();

	private final Map<UUID, Count> counts = new HashMap<>();

	@RepeatedTest(60)
	void theStatementSaysWhatTheRuleSays(RepetitionInfo repetition) {
		var random = new Random(repetition.getCurrentRepetition());
		this.transactions.write(Viewer.SYSTEM, () -> {
			graph(random, 3 + random.nextInt(14));
			for (int i = 0; i < 5; i++) {
				Set<UUID> endorsing = new HashSet<>(
						this.bodies.stream().filter(body -> random.nextInt(3) > 0).toList());
				assertThat(statement(endorsing)).as("seed %s, %s", repetition.getCurrentRepetition(), i)
					.isEqualTo(rule(endorsing));
			}
			return null;
		});
	}

	private EndorsementReport.MembersRepresented statement(Set<UUID> endorsing) {
		var represented = MEMBERS_REPRESENTED(endorsing.toArray(UUID[]::new), DAY,
				Instant.parse("9999-01-01T00:00:00Z"));
		return this.sql.selectFrom(represented)
			.fetchSingle(row -> new EndorsementReport.MembersRepresented(row.getMembers(), row.getCounted(),
					row.getCovered(), row.getLeftOut(), row.getWithoutCount(), row.getRawSum(),
					row.getOldestObservation()));
	}

	private EndorsementReport.MembersRepresented rule(Set<UUID> endorsing) {
		Long members = null;
		Long raw = null;
		int counted = 0;
		int covered = 0;
		int leftOut = 0;
		int without = 0;
		LocalDate oldest = null;
		for (UUID body : endorsing) {
			Count count = this.counts.get(body);
			raw = count == null ? raw : Long.valueOf((raw == null ? 0 : raw) + count.members());
			if (THROUGH_AFFILIATES.contains(this.kinds.get(body))) {
				leftOut++;
			}
			else if (above(body).stream()
				.anyMatch(other -> endorsing.contains(other) && !THROUGH_AFFILIATES.contains(this.kinds.get(other)))) {
				covered++;
			}
			else if (count == null) {
				without++;
			}
			else {
				counted++;
				members = (members == null ? 0 : members) + count.members();
				oldest = oldest == null || count.day().isBefore(oldest) ? count.day() : oldest;
			}
		}
		return new EndorsementReport.MembersRepresented(members, counted, covered, leftOut, without, raw, oldest);
	}

	private Set<UUID> above(UUID body) {
		Set<UUID> above = new HashSet<>();
		this.parents.getOrDefault(body, List.of()).forEach(parent -> {
			above.add(parent);
			above.addAll(above(parent));
		});
		return above;
	}

	private void graph(Random random, int size) {
		for (int i = 0; i < size; i++) {
			BodyKind kind = KINDS.get(random.nextInt(KINDS.size()));
			UUID body = this.sql.insertInto(BODY)
				.set(BODY.KIND, kind)
				.set(BODY.NAME, "Graph " + i)
				.returning(BODY.ID)
				.fetchSingle(BODY.ID);
			boolean chartered = false;
			for (UUID other : this.bodies) {
				if (random.nextInt(3) == 0) {
					RelationType type = random.nextInt(4) == 0 ? RelationType.AFFILIATED_TO
							: chartered ? RelationType.CONSTITUENT_OF : RelationType.CHARTERED_BY;
					chartered |= type == RelationType.CHARTERED_BY;
					int time = random.nextInt(5);
					this.sql.insertInto(BODY_RELATION)
						.set(BODY_RELATION.FROM_ID, body)
						.set(BODY_RELATION.TYPE, type)
						.set(BODY_RELATION.TO_ID, other)
						.set(BODY_RELATION.FROM_DATE, time == 0 ? DAY.plusDays(1) : null)
						.set(BODY_RELATION.TO_DATE, time == 1 ? DAY : null)
						.execute();
					if (type != RelationType.AFFILIATED_TO && time > 1) {
						this.parents.computeIfAbsent(body, none -> new ArrayList<>()).add(other);
					}
				}
			}
			for (int n = random.nextInt(3); n > 0; n--) {
				observe(body, new Count(DAY.minusDays(random.nextInt(1000) - 200L), random.nextInt(10_000)));
			}
			this.bodies.add(body);
			this.kinds.put(body, kind);
		}
	}

	/**
	 * Of two counts of one day the later recorded counts; days after the report do not.
	 */
	private void observe(UUID body, Count count) {
		this.sql.insertInto(BODY_MEMBER_COUNT)
			.set(BODY_MEMBER_COUNT.BODY_ID, body)
			.set(BODY_MEMBER_COUNT.AS_OF, count.day())
			.set(BODY_MEMBER_COUNT.COUNT, count.members())
			.set(BODY_MEMBER_COUNT.BASIS, CountBasis.REPORTED)
			.set(BODY_MEMBER_COUNT.SOURCE, "a test")
			.execute();
		Count known = this.counts.get(body);
		if (!count.day().isAfter(DAY) && (known == null || count.day().isAfter(known.day()))) {
			this.counts.put(body, count);
		}
	}

}
