package org.solidarity.endorsement;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_MEETING;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.jooq.enums.Stage;
import org.solidarity.platform.jooq.enums.Visibility;
import org.solidarity.platform.page.Ordering;

/** Which proceedings are visible, match a filter, and in which order they come. */
final class ProceedingConditions {

	private ProceedingConditions() {
	}

	/**
	 * Beside whoever works on the campaign and auditors: partner groups see what is not
	 * internal, of bodies that they may see, where the campaign's endorsements were
	 * shared with them.
	 */
	static Condition visibleTo(Viewer viewer) {
		viewer.require(Permission.READ);
		if (!viewer.is(Role.PARTNER)) {
			return Campaigns.workedOnBy(viewer, PROCEEDING.CAMPAIGN_ID, PROCEEDING.BODY_ID);
		}
		var shown = BODY.as("shown");
		return Conditions.among(PROCEEDING.CAMPAIGN_ID, Routines.endorsementsOfGroup(viewer.group()))
			.and(PROCEEDING.VISIBILITY.ne(Visibility.INTERNAL))
			.and(exists(selectOne().from(shown)
				.where(shown.ID.eq(PROCEEDING.BODY_ID), shown.VISIBILITY.ne(Visibility.INTERNAL)
					.or(Conditions.among(shown.ID, Routines.bodiesOfGroup(viewer.group()))))));
	}

	static Condition matching(ProceedingFilter filter) {
		return Conditions.tree(filter.and(), filter.or(), filter.not(), ProceedingConditions::matching,
				Conditions.all(Conditions.of(filter.stage(), stage -> stage.on(PROCEEDING.STAGE)),
						Conditions.of(filter.kind(), kind -> kind.on(BODY.KIND)),
						Conditions.of(filter.country(), country -> country.on(BODY.COUNTRY)),
						Conditions.of(filter.region(), region -> region.on(BODY.REGION)),
						Conditions.of(filter.endorsedAt(), ProceedingConditions::endorsedAt),
						Conditions.of(filter.evidence(),
								evidence -> Conditions.all(Conditions.of(evidence.eq(), PROCEEDING.EVIDENCE::eq),
										Conditions.of(evidence.gte(), PROCEEDING.EVIDENCE::ge))),
						Conditions.of(filter.visibility(), visibility -> visibility.on(PROCEEDING.VISIBILITY)),
						Conditions.of(filter.meetingOn(), ProceedingConditions::meetingOn)));
	}

	private static Condition endorsedAt(LocalDate day) {
		return Routines.stageAt(PROCEEDING.ID, val(day), val(Moment.EVER)).in(Stage.ADOPTED, Stage.ADOPTED_AS_AMENDED);
	}

	private static Condition meetingOn(ProceedingFilter.DayComparator day) {
		return exists(selectOne().from(BODY_MEETING)
			.where(BODY_MEETING.ID.eq(PROCEEDING.MEETING_ID), Conditions.of(day.gte(), BODY_MEETING.DATE::ge),
					Conditions.of(day.lt(), BODY_MEETING.DATE::lt)));
	}

	static Ordering ordering(@Nullable ProceedingOrder given) {
		ProceedingOrder order = given != null ? given : ProceedingOrder.DEFAULT;
		return switch (order.field()) {
			case BODY_NAME -> Ordering.by("proceeding.name", order.direction(), PROCEEDING.ID, lower(BODY.NAME));
			case STAGE_SINCE -> Ordering.by("proceeding.since", order.direction(), PROCEEDING.ID,
					coalesce(PROCEEDING.STAGE_SINCE, cast(PROCEEDING.CREATED_AT, SQLDataType.LOCALDATE)));
			case CREATED_AT ->
				Ordering.by("proceeding.created", order.direction(), PROCEEDING.ID, PROCEEDING.CREATED_AT);
		};
	}

}
