package org.solidarity.outreach.interaction;

import static org.jooq.impl.DSL.any;
import static org.solidarity.platform.jooq.Tables.CURRENT_INTERACTION;
import static org.solidarity.platform.jooq.Tables.INTERACTION;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.solidarity.outreach.OutreachScope;
import org.solidarity.outreach.Subject;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class InteractionRepository {

	private final DSLContext sql;

	private final Pages pages;

	InteractionRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Interaction> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.selectFrom(CURRENT_INTERACTION)
			.where(InteractionRows.visibleTo(viewer), CURRENT_INTERACTION.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(CURRENT_INTERACTION.ID, InteractionRows::interaction);
	}

	/** All versions of each, the first first. */
	Map<UUID, List<Interaction>> histories(Viewer viewer, Collection<UUID> ids) {
		return this.sql.selectFrom(INTERACTION)
			.where(OutreachScope.visibleTo(viewer, INTERACTION.CAMPAIGN_ID, INTERACTION.BODY_ID,
					INTERACTION.CONTROLLER_ID), INTERACTION.ID.eq(any(ids.toArray(UUID[]::new))))
			.orderBy(INTERACTION.VERSION)
			.fetchGroups(INTERACTION.ID, InteractionRows::interaction);
	}

	Connection<Interaction> list(Viewer viewer, PageRequest page, InteractionList list) {
		return this.pages.fetch(InteractionRows.query(viewer, list), page);
	}

	Map<UUID, Connection<Interaction>> of(Viewer viewer, Field<UUID> parent, Collection<UUID> parents, PageRequest page,
			InteractionList list) {
		return this.pages.fetch(InteractionRows.query(viewer, list), parent, parents, page);
	}

	UUID insert(Viewer viewer, UUID campaign, Subject subject, InteractionFacts facts) {
		return this.sql.insertInto(INTERACTION)
			.set(values(viewer, campaign, subject, facts))
			.set(INTERACTION.BY_ID, viewer.is(Role.SYSTEM) ? null : viewer.id())
			.returning(INTERACTION.ID)
			.fetchSingle(INTERACTION.ID);
	}

	/** The version after this one; false where there is one by now. */
	boolean insert(Viewer viewer, Interaction before, InteractionFacts facts, boolean retracted, String reason) {
		return this.sql.insertInto(INTERACTION)
			.set(values(viewer, before.campaignId(), before.subject(), facts))
			.set(INTERACTION.ID, before.id())
			.set(INTERACTION.VERSION, before.version() + 1)
			.set(INTERACTION.BY_ID, before.byId())
			.set(INTERACTION.RETRACTED, retracted)
			.set(INTERACTION.CORRECTION_REASON, reason)
			.onConflictDoNothing()
			.execute() == 1;
	}

	private static Map<Field<?>, @Nullable Object> values(Viewer viewer, UUID campaign, Subject subject,
			InteractionFacts facts) {
		Map<Field<?>, @Nullable Object> values = new HashMap<>();
		values.put(INTERACTION.CAMPAIGN_ID, campaign);
		values.put(INTERACTION.BODY_ID, subject.bodyId());
		values.put(INTERACTION.CONTROLLER_ID, subject.controllerId());
		values.put(INTERACTION.PERSON_ID, subject.memberId());
		values.put(INTERACTION.CHANNEL, facts.channel());
		values.put(INTERACTION.DIRECTION, facts.direction());
		values.put(INTERACTION.AT, facts.at());
		values.put(INTERACTION.OUTCOME, facts.outcome());
		values.put(INTERACTION.CALL_BACK_AFTER, facts.callBackAfter());
		values.put(INTERACTION.NOTES, facts.notes());
		values.put(INTERACTION.ACTION_NEEDED, facts.actionNeeded());
		values.put(INTERACTION.ACTION_TAKEN, facts.actionTaken());
		values.put(INTERACTION.RECORDED_BY, viewer.id());
		return values;
	}

}
