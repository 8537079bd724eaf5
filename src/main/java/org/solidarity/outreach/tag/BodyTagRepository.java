package org.solidarity.outreach.tag;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.lower;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_TAG;
import static org.solidarity.platform.jooq.Tables.TAG;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.solidarity.organization.Body;
import org.solidarity.organization.BodyRows;
import org.solidarity.organization.VisibleBodies;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class BodyTagRepository {

	private static final Ordering BY_LABEL = Ordering.by("bodytag.label", Direction.ASC, BODY_TAG.ID, lower(TAG.LABEL));

	private static final Ordering BY_NAME = Ordering.by("tagged.name", Direction.ASC, BODY_TAG.ID, BODY.SORT_NAME);

	private final DSLContext sql;

	private final Pages pages;

	BodyTagRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	/** What each body is tagged with, without tags that were retired. */
	Map<UUID, Connection<BodyTag>> ofBodies(Viewer viewer, Collection<UUID> bodies, PageRequest page) {
		List<Field<?>> fields = new ArrayList<>(TagRepository.FIELDS);
		fields.addAll(List.of(BODY_TAG.TAGGED_AT, BODY_TAG.TAGGED_BY));
		return this.pages.fetch(
				new PageQuery<>(fields, BODY_TAG.join(TAG).on(TAG.ID.eq(BODY_TAG.TAG_ID)),
						visibleTo(viewer).and(TAG.RETIRED_AT.isNull()), BY_LABEL, BodyTagRepository::bodyTag),
				BODY_TAG.BODY_ID, bodies, page);
	}

	/** The bodies with each tag that match the condition. */
	Map<UUID, Connection<Body>> ofTags(Viewer viewer, Collection<UUID> tags, PageRequest page, Condition matching) {
		var from = BODY_TAG.join(TAG).on(TAG.ID.eq(BODY_TAG.TAG_ID)).join(BODY).on(BODY.ID.eq(BODY_TAG.BODY_ID));
		return this.pages.fetch(
				new PageQuery<>(BodyRows.FIELDS, from,
						visibleTo(viewer).and(VisibleBodies.to(viewer, BODY)).and(matching), BY_NAME, BodyRows::body),
				BODY_TAG.TAG_ID, tags, page);
	}

	/**
	 * @return how many had it not
	 */
	int insert(Viewer viewer, UUID tag, List<UUID> bodies) {
		var rows = bodies.stream().map(body -> DSL.row(tag, body, viewer.id())).toList();
		return this.sql.insertInto(BODY_TAG, BODY_TAG.TAG_ID, BODY_TAG.BODY_ID, BODY_TAG.TAGGED_BY)
			.valuesOfRows(rows)
			.onConflictDoNothing()
			.execute();
	}

	/**
	 * @return how many had it
	 */
	int end(Viewer viewer, UUID tag, List<UUID> bodies) {
		return this.sql.update(BODY_TAG)
			.set(BODY_TAG.UNTAGGED_AT, currentInstant())
			.set(BODY_TAG.UNTAGGED_BY, viewer.id())
			.from(TAG)
			.where(visibleTo(viewer), TAG.ID.eq(BODY_TAG.TAG_ID), BODY_TAG.TAG_ID.eq(tag),
					BODY_TAG.BODY_ID.eq(any(bodies.toArray(UUID[]::new))))
			.execute();
	}

	/** Coordinators see the tags of their bodies; what was taken off is not shown. */
	private static Condition visibleTo(Viewer viewer) {
		Condition on = TagRepository.visibleTo(viewer).and(BODY_TAG.UNTAGGED_AT.isNull());
		return viewer.is(Role.COORDINATOR)
				? on.and(Conditions.among(BODY_TAG.BODY_ID, Routines.bodiesOfAccount(viewer.id()))) : on;
	}

	private static BodyTag bodyTag(Record row) {
		return new BodyTag(TagRepository.tag(row), row.get(BODY_TAG.TAGGED_AT), row.get(BODY_TAG.TAGGED_BY));
	}

}
