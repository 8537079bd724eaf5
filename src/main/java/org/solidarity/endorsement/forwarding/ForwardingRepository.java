package org.solidarity.endorsement.forwarding;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.solidarity.platform.jooq.Tables.FORWARDING;
import static org.solidarity.platform.jooq.Tables.FORWARDING_RESULT;
import static org.solidarity.platform.jooq.Tables.FORWARDING_RETRACTION;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class ForwardingRepository {

	private static final List<Field<?>> FIELDS = fields();

	private static final Table<?> ALL = FORWARDING.leftJoin(FORWARDING_RESULT)
		.on(FORWARDING_RESULT.FORWARDING_ID.eq(FORWARDING.ID))
		.leftJoin(FORWARDING_RETRACTION)
		.on(FORWARDING_RETRACTION.FORWARDING_ID.eq(FORWARDING.ID));

	private static final Ordering IN_ORDER_OF_RECORDING = Ordering.by("forwarding.recorded", Direction.ASC,
			FORWARDING.ID);

	private final DSLContext sql;

	private final Pages pages;

	ForwardingRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Forwarding> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(ALL)
			.where(visibleTo(viewer), FORWARDING.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(FORWARDING.ID, ForwardingRepository::forwarding);
	}

	/**
	 * @param parent the proceeding that was forwarded, or the one that came of it
	 */
	Map<UUID, Connection<Forwarding>> list(Viewer viewer, Field<UUID> parent, Collection<UUID> parents,
			PageRequest page, boolean retracted) {
		var where = visibleTo(viewer).and(retracted ? noCondition() : FORWARDING_RETRACTION.FORWARDING_ID.isNull());
		return this.pages.fetch(
				new PageQuery<>(FIELDS, ALL, where, IN_ORDER_OF_RECORDING, ForwardingRepository::forwarding), parent,
				parents, page);
	}

	UUID insert(Viewer viewer, UUID proceeding, @Nullable UUID body, ForwardProceeding.Input input) {
		return this.sql.insertInto(FORWARDING)
			.set(FORWARDING.PROCEEDING_ID, proceeding)
			.set(FORWARDING.RECIPIENT, input.recipient())
			.set(FORWARDING.BODY_ID, body)
			.set(FORWARDING.OFFICE, input.office())
			.set(FORWARDING.FORWARDED_ON, input.forwardedOn())
			.set(FORWARDING.EVIDENCE, input.evidence())
			.set(FORWARDING.SOURCE_NAME, input.sourceName())
			.set(FORWARDING.SOURCE_URL, input.sourceUrl())
			.set(FORWARDING.NOTE, input.note())
			.set(FORWARDING.RECORDED_BY, viewer.id())
			.returning(FORWARDING.ID)
			.fetchSingle(FORWARDING.ID);
	}

	void retract(Viewer viewer, UUID id, String reason) {
		this.sql.insertInto(FORWARDING_RETRACTION)
			.set(FORWARDING_RETRACTION.FORWARDING_ID, id)
			.set(FORWARDING_RETRACTION.REASON, reason)
			.set(FORWARDING_RETRACTION.RECORDED_BY, viewer.id())
			.execute();
	}

	void link(Viewer viewer, UUID id, UUID result) {
		this.sql.insertInto(FORWARDING_RESULT)
			.set(FORWARDING_RESULT.FORWARDING_ID, id)
			.set(FORWARDING_RESULT.PROCEEDING_ID, result)
			.set(FORWARDING_RESULT.RECORDED_BY, viewer.id())
			.execute();
	}

	private static Condition visibleTo(Viewer viewer) {
		return exists(selectOne().from(PROCEEDING)
			.where(Proceedings.visibleTo(viewer), PROCEEDING.ID.eq(FORWARDING.PROCEEDING_ID)));
	}

	private static List<Field<?>> fields() {
		List<Field<?>> fields = new ArrayList<>(List.of(FORWARDING.fields()));
		fields.add(FORWARDING_RESULT.PROCEEDING_ID);
		fields.addAll(List.of(FORWARDING_RETRACTION.fields()));
		return List.copyOf(fields);
	}

	private static Forwarding forwarding(Record row) {
		String reason = row.get(FORWARDING_RETRACTION.REASON);
		return new Forwarding(row.get(FORWARDING.ID), row.get(FORWARDING.PROCEEDING_ID), row.get(FORWARDING.RECIPIENT),
				row.get(FORWARDING.BODY_ID), row.get(FORWARDING.OFFICE), row.get(FORWARDING.FORWARDED_ON),
				row.get(FORWARDING.EVIDENCE), row.get(FORWARDING.SOURCE_NAME), row.get(FORWARDING.SOURCE_URL),
				row.get(FORWARDING.NOTE), row.get(FORWARDING_RESULT.PROCEEDING_ID),
				reason == null ? null
						: new Forwarding.Retraction(reason, row.get(FORWARDING_RETRACTION.RECORDED_AT),
								row.get(FORWARDING_RETRACTION.RECORDED_BY)),
				row.get(FORWARDING.RECORDED_AT), row.get(FORWARDING.RECORDED_BY));
	}

}
