package org.solidarity.endorsement.report;

import static org.jooq.impl.DSL.field;
import static org.solidarity.endorsement.report.EndorserProperties.DAY;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_MEMBER_COUNT;
import static org.solidarity.platform.jooq.Tables.BODY_RELATION;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;
import static org.solidarity.platform.jooq.Tables.STAGE_EVENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.report.EndorserProperties.Adoption;
import org.solidarity.endorsement.report.EndorserProperties.Change;
import org.solidarity.endorsement.report.EndorserProperties.Count;
import org.solidarity.endorsement.report.EndorserProperties.Edge;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.CountBasis;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.DecisionBody;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.platform.jooq.enums.Stage;

/** A movement in the database, and the same beside it as the rule knows it. */
class RandomMovement {

	final Rule known = new Rule();

	final UUID campaign;

	private final DSLContext sql;

	final List<UUID> bodies = new ArrayList<>();

	private final List<UUID> relations = new ArrayList<>();

	private final List<UUID> proceedings = new ArrayList<>();

	private final Map<UUID, UUID> adoptionEvents = new HashMap<>();

	RandomMovement(DSLContext sql, List<BodyKind> kinds, List<Edge> edges, List<Count> counts,
			List<Adoption> adoptions) {
		this.sql = sql;
		this.campaign = sql.insertInto(CAMPAIGN)
			.set(CAMPAIGN.NAME, "Random")
			.set(CAMPAIGN.CURRENCY, "USD")
			.set(CAMPAIGN.TIME_ZONE, "UTC")
			.returning(CAMPAIGN.ID)
			.fetchSingle(CAMPAIGN.ID);
		var insert = sql.insertInto(BODY, BODY.KIND, BODY.NAME);
		kinds.forEach(kind -> insert.values(kind, "Random"));
		insert.returning(BODY.ID, BODY.KIND).fetch().forEach(row -> {
			this.bodies.add(row.getId());
			this.known.kinds.put(row.getId(), row.getKind());
		});
		edges.forEach(this::relate);
		counts.forEach(this::count);
		adoptions.forEach(this::adopt);
	}

	/** The moment that it is. */
	Instant clock() {
		return this.sql.select(field("clock_timestamp()", Instant.class)).fetchSingle().value1();
	}

	void change(Change change) {
		switch (change.what()) {
			case 0 -> redate(change, true);
			case 1 -> redate(change, false);
			case 2 -> rekind(change);
			case 3 -> count(new Count(change.which(), change.day(), change.other()));
			case 4 -> adopt(new Adoption(change.which(), change.day()));
			case 5 -> rescind(change);
			case 6, 7 -> correct(change);
			default -> relate(new Edge(change.which(), change.other(), RelationType.SUCCESSOR_OF, change.day(), null));
		}
	}

	/** Charters and constituencies lead from later bodies to earlier ones. */
	private void relate(Edge edge) {
		int one = edge.from() % this.bodies.size();
		int other = edge.to() % this.bodies.size();
		boolean down = edge.type() != RelationType.SUCCESSOR_OF && one < other;
		UUID from = this.bodies.get(down ? other : one);
		UUID to = this.bodies.get(down ? one : other);
		LocalDate since = day(edge.since());
		LocalDate until = day(edge.until());
		boolean taken = this.known.edges.values()
			.stream()
			.anyMatch(known -> known.from().equals(from) && known.type() == edge.type()
					&& (known.to().equals(to) || edge.type() == RelationType.CHARTERED_BY));
		if (from.equals(to) || taken || (since != null && until != null && until.isBefore(since))) {
			return;
		}
		UUID id = this.sql.insertInto(BODY_RELATION)
			.set(BODY_RELATION.FROM_ID, from)
			.set(BODY_RELATION.TYPE, edge.type())
			.set(BODY_RELATION.TO_ID, to)
			.set(BODY_RELATION.FROM_DATE, since)
			.set(BODY_RELATION.TO_DATE, until)
			.set(BODY_RELATION.KNOWN_SINCE, clock())
			.returning(BODY_RELATION.ID)
			.fetchSingle(BODY_RELATION.ID);
		this.relations.add(id);
		this.known.edges.put(id, new Rule.Edge(from, edge.type(), to, since, until));
	}

	private void redate(Change change, boolean end) {
		if (this.relations.isEmpty()) {
			return;
		}
		UUID id = this.relations.get(change.which() % this.relations.size());
		var was = Objects.requireNonNull(this.known.edges.get(id));
		LocalDate since = end ? was.since() : day(change.day());
		LocalDate until = end ? change.other() % 3 == 0 ? null : day(change.day()) : was.until();
		if (since != null && until != null && until.isBefore(since)) {
			return;
		}
		this.sql.update(BODY_RELATION)
			.set(BODY_RELATION.FROM_DATE, since)
			.set(BODY_RELATION.TO_DATE, until)
			.where(BODY_RELATION.ID.eq(id))
			.execute();
		this.known.edges.put(id, new Rule.Edge(was.from(), was.type(), was.to(), since, until));
	}

	private void rekind(Change change) {
		UUID body = body(change.which());
		this.sql.update(BODY).set(BODY.KIND, change.kind()).where(BODY.ID.eq(body)).execute();
		this.known.kinds.put(body, change.kind());
	}

	private void count(Count count) {
		UUID body = body(count.body());
		this.sql.insertInto(BODY_MEMBER_COUNT)
			.set(BODY_MEMBER_COUNT.BODY_ID, body)
			.set(BODY_MEMBER_COUNT.AS_OF, DAY.plusDays(count.day()))
			.set(BODY_MEMBER_COUNT.COUNT, count.members())
			.set(BODY_MEMBER_COUNT.BASIS, CountBasis.REPORTED)
			.set(BODY_MEMBER_COUNT.SOURCE, "a property")
			.set(BODY_MEMBER_COUNT.RECORDED_AT, clock())
			.execute();
		this.known.counts.computeIfAbsent(body, none -> new ArrayList<>())
			.add(new Rule.Count(DAY.plusDays(count.day()), count.members()));
	}

	private void adopt(Adoption adoption) {
		UUID body = body(adoption.body());
		UUID proceeding = this.sql.insertInto(PROCEEDING)
			.set(PROCEEDING.CAMPAIGN_ID, this.campaign)
			.set(PROCEEDING.BODY_ID, body)
			.returning(PROCEEDING.ID)
			.fetchSingle(PROCEEDING.ID);
		LocalDate on = DAY.plusDays(adoption.day());
		this.proceedings.add(proceeding);
		this.adoptionEvents.put(proceeding, event(proceeding, Stage.ADOPTED, on, null, false));
		this.known.adoptions.put(proceeding, new Rule.Adoption(body, on, null));
	}

	private void rescind(Change change) {
		UUID proceeding = this.proceedings.get(change.which() % this.proceedings.size());
		var was = Objects.requireNonNull(this.known.adoptions.get(proceeding));
		if (was.adopted() != null && was.rescinded() == null) {
			LocalDate on = DAY.plusDays(change.day());
			event(proceeding, Stage.RESCINDED, on, null, false);
			this.known.adoptions.put(proceeding, new Rule.Adoption(was.body(), was.adopted(), on));
		}
	}

	/** Another day of the adoption, or that there was none. */
	private void correct(Change change) {
		UUID proceeding = this.proceedings.get(change.which() % this.proceedings.size());
		var was = Objects.requireNonNull(this.known.adoptions.get(proceeding));
		boolean retract = change.what() == 7 && was.rescinded() == null;
		LocalDate on = DAY.plusDays(change.day());
		if (retract || was.adopted() != null) {
			event(proceeding, Stage.ADOPTED, on, this.adoptionEvents.get(proceeding), retract);
			this.known.adoptions.put(proceeding, new Rule.Adoption(was.body(), retract ? null : on, was.rescinded()));
		}
	}

	private UUID event(UUID proceeding, Stage stage, LocalDate on, @Nullable UUID corrects, boolean retracts) {
		return this.sql.insertInto(STAGE_EVENT)
			.set(STAGE_EVENT.PROCEEDING_ID, proceeding)
			.set(STAGE_EVENT.STAGE, stage)
			.set(STAGE_EVENT.HAPPENED_ON, on)
			.set(STAGE_EVENT.DATE_PRECISION, DatePrecision.DAY)
			.set(STAGE_EVENT.EVIDENCE, Evidence.CONFIRMED)
			.set(STAGE_EVENT.DECISION_BODY, DecisionBody.MEMBERSHIP)
			.set(STAGE_EVENT.REASON, "Reconsidered")
			.set(STAGE_EVENT.CORRECTS, corrects)
			.set(STAGE_EVENT.CORRECTION_REASON, corrects == null ? null : "A typo")
			.set(STAGE_EVENT.RETRACTS, retracts)
			.returning(STAGE_EVENT.ID)
			.fetchSingle(STAGE_EVENT.ID);
	}

	private UUID body(int index) {
		return this.bodies.get(index % this.bodies.size());
	}

	private static @Nullable LocalDate day(@Nullable Integer day) {
		return day == null ? null : DAY.plusDays(day);
	}

}
