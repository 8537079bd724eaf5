package org.solidarity.member.assessment;

import static org.jooq.impl.DSL.any;
import static org.solidarity.platform.jooq.Tables.ASSESSMENT;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.member.Member;
import org.solidarity.member.PersonScope;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class AssessmentRepository {

	private static final List<Field<?>> FIELDS = List.of(ASSESSMENT.ID, ASSESSMENT.CAMPAIGN_ID, ASSESSMENT.RATING,
			ASSESSMENT.BASIS, ASSESSMENT.RECORDED_AT);

	private static final Ordering LATEST_FIRST = Ordering.by("assessment.recorded", Direction.DESC, ASSESSMENT.ID);

	private final DSLContext sql;

	private final Pages pages;

	AssessmentRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Assessment> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(ASSESSMENT)
			.where(visibleTo(viewer), ASSESSMENT.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(ASSESSMENT.ID, AssessmentRepository::assessment);
	}

	Map<UUID, Connection<Assessment>> of(Viewer viewer, Collection<UUID> persons, PageRequest page,
			@Nullable UUID campaign) {
		var where = visibleTo(viewer).and(Conditions.of(campaign, ASSESSMENT.CAMPAIGN_ID::eq));
		return this.pages.fetch(
				new PageQuery<>(FIELDS, ASSESSMENT, where, LATEST_FIRST, AssessmentRepository::assessment),
				ASSESSMENT.PERSON_ID, persons, page);
	}

	UUID insert(Viewer viewer, Member member, Campaign campaign, AssessMember.Input input) {
		return this.sql.insertInto(ASSESSMENT)
			.set(ASSESSMENT.CONTROLLER_ID, member.controllerId())
			.set(ASSESSMENT.PERSON_ID, member.id())
			.set(ASSESSMENT.CAMPAIGN_ID, campaign.id())
			.set(ASSESSMENT.RATING, input.rating())
			.set(ASSESSMENT.BASIS, input.basis())
			.set(ASSESSMENT.RECORDED_BY, viewer.id())
			.returning(ASSESSMENT.ID)
			.fetchSingle(ASSESSMENT.ID);
	}

	private static Condition visibleTo(Viewer viewer) {
		return PersonScope.visibleTo(viewer, ASSESSMENT.CONTROLLER_ID)
			.and(Campaigns.visibleTo(viewer, ASSESSMENT.CAMPAIGN_ID));
	}

	private static Assessment assessment(Record row) {
		return new Assessment(row.get(ASSESSMENT.ID), row.get(ASSESSMENT.CAMPAIGN_ID), row.get(ASSESSMENT.RATING),
				row.get(ASSESSMENT.BASIS), row.get(ASSESSMENT.RECORDED_AT));
	}

}
