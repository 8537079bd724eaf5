package org.solidarity.endorsement.pipeline;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.filter.Conditions.of;
import static org.solidarity.platform.jooq.Tables.BODIES_BELOW;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_RELATION;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_TARGET;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;
import static org.solidarity.platform.jooq.Tables.STANDING;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record2;
import org.jooq.Select;
import org.solidarity.campaign.target.OwnerComparator;
import org.solidarity.campaign.target.Targets;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.filter.Periods;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.platform.jooq.enums.Stage;

/**
 * What can be said of the targets of campaigns on a day, as far as the viewer sees
 * proceedings.
 */
record PipelineConditions(Viewer viewer, UUID[] campaigns, LocalDate day) {

	private static final List<BodyKind> COUNCILS = List.of(BodyKind.CENTRAL_LABOR_COUNCIL,
			BodyKind.AREA_LABOR_FEDERATION);

	private static final List<Stage> UNDECIDED = List.of(Stage.IDENTIFIED, Stage.CONTACTED, Stage.INTRODUCED,
			Stage.IN_COMMITTEE, Stage.RECOMMENDED, Stage.SCHEDULED, Stage.TABLED, Stage.REFERRED);

	/** Days that can be looked ahead or back: ten years. */
	private static final int DAYS = 3660;

	PipelineConditions(Viewer viewer, Collection<UUID> campaigns, LocalDate day) {
		this(viewer, campaigns.toArray(UUID[]::new), day);
	}

	Condition visible() {
		return Targets.visibleTo(this.viewer);
	}

	Condition matching(PipelineFilter filter) {
		return Conditions.tree(filter.and(), filter.or(), filter.not(), this::matching,
				Conditions.all(of(filter.stage(), stage -> stage.on(STANDING.STAGE)),
						of(filter.hasProceeding(), yes -> Conditions.isNull(!yes, STANDING.PROCEEDING_ID)),
						is(filter.submitted(), submitted()), is(filter.endorsing(), endorsing()),
						is(filter.covered(), covered()), is(filter.gap(), gap()),
						of(filter.owner(), OwnerComparator::condition),
						of(filter.priority(), priority -> priority.on(CAMPAIGN_TARGET.PRIORITY)),
						of(filter.kind(), kind -> kind.on(BODY.KIND)),
						of(filter.country(), country -> country.on(BODY.COUNTRY)),
						of(filter.region(), region -> region.on(BODY.REGION)),
						of(filter.followUpOn(), on -> on.on(CAMPAIGN_TARGET.FOLLOW_UP_ON)),
						is(filter.overdue(), overdue()), of(filter.comingWithin(), this::comingWithin),
						of(filter.stalledFor(), this::stalledFor)));
	}

	Condition submitted() {
		return coalesce(STANDING.SUBMITTED, inline(false)).isTrue();
	}

	/** Due today is not overdue. */
	Condition overdue() {
		return coalesce(CAMPAIGN_TARGET.FOLLOW_UP_ON.lt(this.day), inline(false)).isTrue();
	}

	Condition endorsing() {
		return isAmong(select(PROCEEDING.CAMPAIGN_ID, PROCEEDING.BODY_ID).from(PROCEEDING).where(endorsement()));
	}

	/** A body above it endorses, by charter or constituency; it does not itself. */
	Condition covered() {
		var roots = select(arrayAgg(PROCEEDING.CAMPAIGN_ID).as("campaigns"), arrayAgg(PROCEEDING.BODY_ID).as("bodies"))
			.from(PROCEEDING)
			.where(endorsement())
			.asTable("roots");
		var below = lateral(BODIES_BELOW.call(roots.field("campaigns", UUID[].class),
				roots.field("bodies", UUID[].class), val(this.day)));
		return isAmong(
				select(below.field(BODIES_BELOW.CAMPAIGN_ID), below.field(BODIES_BELOW.BODY_ID)).from(roots, below))
			.and(not(endorsing()));
	}

	/**
	 * A council that does not endorse while a federation of its state does: one seated in
	 * its region, or that it is affiliated to or chartered by.
	 */
	Condition gap() {
		return BODY.KIND.in(COUNCILS)
			.and(isAmong(councilsOfTheRegion().union(affiliatedCouncils())))
			.and(not(endorsing()));
	}

	private Select<Record2<UUID, UUID>> councilsOfTheRegion() {
		var federation = BODY.as("federation");
		var council = BODY.as("council");
		return select(PROCEEDING.CAMPAIGN_ID, council.ID).from(PROCEEDING)
			.join(federation)
			.on(federation.ID.eq(PROCEEDING.BODY_ID), federation.KIND.eq(BodyKind.STATE_FEDERATION))
			.join(council)
			.on(council.REGION.eq(federation.REGION), council.KIND.in(COUNCILS))
			.where(endorsement());
	}

	private Select<Record2<UUID, UUID>> affiliatedCouncils() {
		var federation = BODY.as("federation");
		return select(PROCEEDING.CAMPAIGN_ID, BODY_RELATION.FROM_ID).from(PROCEEDING)
			.join(federation)
			.on(federation.ID.eq(PROCEEDING.BODY_ID), federation.KIND.eq(BodyKind.STATE_FEDERATION))
			.join(BODY_RELATION)
			.on(BODY_RELATION.TO_ID.eq(federation.ID),
					BODY_RELATION.TYPE.in(RelationType.AFFILIATED_TO, RelationType.CHARTERED_BY),
					Periods.holds(BODY_RELATION.FROM_DATE, BODY_RELATION.TO_DATE, this.day))
			.where(endorsement());
	}

	/** A deadline or a meeting comes within so many days, the last with them. */
	Condition comingWithin(int days) {
		check("comingWithin", days);
		return coalesce(Coming.ON.le(this.day.plusDays(days)), inline(false)).isTrue();
	}

	/** Undecided, and for so many days nothing has happened. */
	Condition stalledFor(int days) {
		check("stalledFor", days);
		return coalesce(STANDING.STAGE.in(UNDECIDED).and(STANDING.STAGE_SINCE.le(this.day.minusDays(days))),
				inline(false))
			.isTrue();
	}

	/** The proceedings of the campaigns that endorse on the day. */
	Condition endorsement() {
		return Proceedings.visibleTo(this.viewer)
			.and(PROCEEDING.CAMPAIGN_ID.eq(any(this.campaigns)))
			.and(Routines.stageOn(PROCEEDING.ID, PROCEEDING.STAGE, PROCEEDING.STAGE_SINCE, val(this.day))
				.in(Stage.ADOPTED, Stage.ADOPTED_AS_AMENDED));
	}

	/**
	 * Compared with true, so that the rows are gathered once and looked up: joined, they
	 * would be gathered for each target anew.
	 */
	private static Condition isAmong(Select<Record2<UUID, UUID>> bodies) {
		return field(row(CAMPAIGN_TARGET.CAMPAIGN_ID, CAMPAIGN_TARGET.BODY_ID).in(bodies)).isTrue();
	}

	private static Condition is(Boolean wanted, Condition condition) {
		return of(wanted, yes -> yes ? condition : not(condition));
	}

	private static void check(String name, int days) {
		if (days < 0 || days > DAYS) {
			throw new Refused(ErrorCode.BAD_USER_INPUT,
					name + " is " + days + "; allowed are days from 0 to " + DAYS + ".");
		}
	}

}
