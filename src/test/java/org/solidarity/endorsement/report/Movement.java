package org.solidarity.endorsement.report;

import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_MEMBER_COUNT;
import static org.solidarity.platform.jooq.Tables.BODY_RELATION;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_TARGET;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;
import static org.solidarity.platform.jooq.Tables.STAGE_EVENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.CountBasis;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.DecisionBody;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.platform.jooq.enums.Stage;

/**
 * A whole movement, the same at every run: 25,000 bodies on five levels (unions, regions,
 * districts, locals, chapters) and councils beside them, counts of most, and 3,000
 * endorsements, in one campaign that asks 4,000 bodies.
 */
final class Movement {

	static final int BODIES = 25_000;

	static final int ENDORSEMENTS = 3_000;

	static final UUID CAMPAIGN_ID = id(9, 0);

	static final LocalDate DAY = LocalDate.of(2025, 6, 30);

	private static final int[] FIRST = { 0, 60, 660, 2_160, 19_400, 24_400, BODIES };

	private static final BodyKind[] KINDS = { BodyKind.INTERNATIONAL_UNION, BodyKind.INTERMEDIATE_BODY,
			BodyKind.INTERMEDIATE_BODY, BodyKind.LOCAL_UNION, BodyKind.CHAPTER, BodyKind.CENTRAL_LABOR_COUNCIL };

	private static final int BATCH = 1_000;

	private final Random random = new Random(676);

	private final DSLContext sql;

	private Movement(DSLContext sql) {
		this.sql = sql;
	}

	/** To be called in a transaction of the owner, who asks as the application itself. */
	static void record(DSLContext sql) {
		var movement = new Movement(sql);
		movement.bodies();
		movement.relations();
		movement.counts();
		movement.endorsements();
	}

	private static UUID id(int kind, int number) {
		return new UUID(0x0193_0000_0000_7000L + kind, 0x8000_0000_0000_0000L + number);
	}

	private static int level(int body) {
		int level = 0;
		while (body >= FIRST[level + 1]) {
			level++;
		}
		return level;
	}

	private void bodies() {
		for (int from = 0; from < BODIES; from += BATCH) {
			var insert = this.sql.insertInto(BODY, BODY.ID, BODY.KIND, BODY.NAME, BODY.COUNTRY, BODY.REGION);
			for (int body = from; body < from + BATCH; body++) {
				insert.values(id(0, body), KINDS[level(body)], "Generated body " + body, "US",
						body % 7 == 0 ? null : "US-" + (char) ('A' + body % 5) + (char) ('A' + body % 11));
			}
			insert.execute();
		}
	}

	/** A local is chartered by its union, and a constituent of its district. */
	private void relations() {
		List<UUID[]> charters = new ArrayList<>();
		List<UUID[]> constituencies = new ArrayList<>();
		List<UUID[]> affiliations = new ArrayList<>();
		for (int body = FIRST[1]; body < FIRST[5]; body++) {
			int level = level(body);
			UUID[] up = { id(0, body), id(0, above(level - 1)) };
			(level == 2 ? constituencies : level == 3 ? constituencies : charters).add(up);
			if (level == 3) {
				charters.add(new UUID[] { id(0, body), id(0, above(0)) });
				affiliations.add(new UUID[] { id(0, body), id(0, above(5)) });
			}
		}
		relate(RelationType.CHARTERED_BY, charters);
		relate(RelationType.CONSTITUENT_OF, constituencies);
		relate(RelationType.AFFILIATED_TO, affiliations);
	}

	private int above(int level) {
		return this.random.nextInt(FIRST[level], FIRST[level + 1]);
	}

	private void relate(RelationType type, List<UUID[]> pairs) {
		for (int from = 0; from < pairs.size(); from += BATCH) {
			var insert = this.sql.insertInto(BODY_RELATION, BODY_RELATION.FROM_ID, BODY_RELATION.TYPE,
					BODY_RELATION.TO_ID, BODY_RELATION.TO_DATE);
			for (UUID[] pair : pairs.subList(from, Math.min(from + BATCH, pairs.size()))) {
				insert.values(pair[0], type, pair[1], this.random.nextInt(20) == 0 ? DAY.minusYears(1) : null);
			}
			insert.execute();
		}
	}

	/** Of two years; one body in six has none. */
	private void counts() {
		for (int from = 0; from < BODIES; from += BATCH) {
			var insert = this.sql.insertInto(BODY_MEMBER_COUNT, BODY_MEMBER_COUNT.BODY_ID, BODY_MEMBER_COUNT.AS_OF,
					BODY_MEMBER_COUNT.COUNT, BODY_MEMBER_COUNT.BASIS, BODY_MEMBER_COUNT.SOURCE);
			for (int body = from; body < from + BATCH; body++) {
				for (int year = 1; body % 6 > 0 && year < 3; year++) {
					insert.values(id(0, body), DAY.minusYears(year), this.random.nextInt(5_000), CountBasis.REPORTED,
							"generated");
				}
			}
			insert.execute();
		}
	}

	private void endorsements() {
		this.sql.insertInto(CAMPAIGN)
			.set(CAMPAIGN.ID, CAMPAIGN_ID)
			.set(CAMPAIGN.NAME, "Generated")
			.set(CAMPAIGN.CURRENCY, "USD")
			.set(CAMPAIGN.TIME_ZONE, "UTC")
			.execute();
		var targets = this.sql.insertInto(CAMPAIGN_TARGET, CAMPAIGN_TARGET.CAMPAIGN_ID, CAMPAIGN_TARGET.BODY_ID);
		for (int target = 0; target < 4_000; target++) {
			targets.values(CAMPAIGN_ID, id(0, target * 6));
		}
		targets.execute();
		var proceedings = this.sql.insertInto(PROCEEDING, PROCEEDING.ID, PROCEEDING.CAMPAIGN_ID, PROCEEDING.BODY_ID,
				PROCEEDING.STAGE);
		for (int proceeding = 0; proceeding < ENDORSEMENTS; proceeding++) {
			proceedings.values(id(1, proceeding), CAMPAIGN_ID, id(0, proceeding * 25 / 3), Stage.ADOPTED);
		}
		proceedings.execute();
		this.sql.execute("alter table stage_event disable trigger user");
		events(Stage.INTRODUCED, 1);
		events(Stage.ADOPTED, 2);
		this.sql.execute("alter table stage_event enable trigger user");
	}

	/** Written as the trigger would, one row at a time. */
	private void events(Stage stage, int step) {
		var events = this.sql.insertInto(STAGE_EVENT, STAGE_EVENT.PROCEEDING_ID, STAGE_EVENT.STEP, STAGE_EVENT.STAGE,
				STAGE_EVENT.HAPPENED_ON, STAGE_EVENT.EFFECTIVE_ON, STAGE_EVENT.DATE_PRECISION, STAGE_EVENT.EVIDENCE,
				STAGE_EVENT.DECISION_BODY, STAGE_EVENT.RECORDED_AT);
		for (int proceeding = 0; proceeding < ENDORSEMENTS; proceeding++) {
			LocalDate day = DAY.minusDays(1L + this.random.nextInt(4_000));
			events.values(id(1, proceeding), step, stage, day, day, DatePrecision.DAY, Evidence.CONFIRMED,
					DecisionBody.MEMBERSHIP, Instant.parse("2026-01-0" + step + "T00:00:00Z"));
		}
		events.execute();
	}

}
