package org.solidarity.endorsement.attachment;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.solidarity.platform.jooq.Tables.ATTACHMENT;
import static org.solidarity.platform.jooq.Tables.ATTACHMENT_RETRACTION;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;
import static org.solidarity.platform.jooq.Tables.RESOLUTION;

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
import org.solidarity.endorsement.resolution.Resolutions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.jooq.enums.Visibility;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class AttachmentRepository {

	private static final List<Field<?>> FIELDS = fields();

	private static final Table<?> ALL = ATTACHMENT.leftJoin(ATTACHMENT_RETRACTION)
		.on(ATTACHMENT_RETRACTION.ATTACHMENT_ID.eq(ATTACHMENT.ID));

	private static final Ordering NEWEST_FIRST = Ordering.by("attachment.recorded", Direction.DESC, ATTACHMENT.ID);

	private final DSLContext sql;

	private final Pages pages;

	AttachmentRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, Attachment> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(ALL)
			.where(visibleTo(viewer), ATTACHMENT.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(ATTACHMENT.ID, AttachmentRepository::attachment);
	}

	Map<UUID, Connection<Attachment>> list(Viewer viewer, Field<UUID> parent, Collection<UUID> parents,
			PageRequest page, boolean retracted) {
		var where = visibleTo(viewer).and(retracted ? noCondition() : ATTACHMENT.RETRACTED.isFalse());
		return this.pages.fetch(new PageQuery<>(FIELDS, ALL, where, NEWEST_FIRST, AttachmentRepository::attachment),
				parent, parents, page);
	}

	UUID insert(Viewer viewer, @Nullable UUID proceeding, @Nullable UUID resolution, RecordAttachment said,
			Upload upload) {
		return this.sql.insertInto(ATTACHMENT)
			.set(ATTACHMENT.PROCEEDING_ID, proceeding)
			.set(ATTACHMENT.RESOLUTION_ID, resolution)
			.set(ATTACHMENT.VISIBILITY, said.visibility())
			.set(ATTACHMENT.NAME, said.name())
			.set(ATTACHMENT.MEDIA_TYPE, upload.type().mediaType())
			.set(ATTACHMENT.BYTES, upload.bytes())
			.set(ATTACHMENT.SHA256, upload.sha256())
			.set(ATTACHMENT.RECORDED_BY, viewer.id())
			.returning(ATTACHMENT.ID)
			.fetchSingle(ATTACHMENT.ID);
	}

	void retract(Viewer viewer, UUID id, String reason) {
		this.sql.insertInto(ATTACHMENT_RETRACTION)
			.set(ATTACHMENT_RETRACTION.ATTACHMENT_ID, id)
			.set(ATTACHMENT_RETRACTION.REASON, reason)
			.set(ATTACHMENT_RETRACTION.RECORDED_BY, viewer.id())
			.execute();
	}

	/**
	 * Whoever sees what it belongs to; partner groups neither what is internal nor what
	 * was retracted.
	 */
	private static Condition visibleTo(Viewer viewer) {
		Condition belongs = exists(selectOne().from(PROCEEDING)
			.where(Proceedings.visibleTo(viewer), PROCEEDING.ID.eq(ATTACHMENT.PROCEEDING_ID)))
			.or(exists(selectOne().from(RESOLUTION)
				.where(Resolutions.visibleTo(viewer), RESOLUTION.ID.eq(ATTACHMENT.RESOLUTION_ID))));
		return viewer.is(Role.PARTNER)
				? belongs.and(ATTACHMENT.VISIBILITY.ne(Visibility.INTERNAL)).and(ATTACHMENT.RETRACTED.isFalse())
				: belongs;
	}

	private static List<Field<?>> fields() {
		List<Field<?>> fields = new ArrayList<>(List.of(ATTACHMENT.fields()));
		fields.addAll(List.of(ATTACHMENT_RETRACTION.fields()));
		return List.copyOf(fields);
	}

	private static Attachment attachment(Record row) {
		String reason = row.get(ATTACHMENT_RETRACTION.REASON);
		return new Attachment(row.get(ATTACHMENT.ID), row.get(ATTACHMENT.PROCEEDING_ID),
				row.get(ATTACHMENT.RESOLUTION_ID), row.get(ATTACHMENT.VISIBILITY), row.get(ATTACHMENT.NAME),
				row.get(ATTACHMENT.MEDIA_TYPE), row.get(ATTACHMENT.BYTES), row.get(ATTACHMENT.SHA256),
				reason == null ? null
						: new Attachment.Retraction(reason, row.get(ATTACHMENT_RETRACTION.RECORDED_AT),
								row.get(ATTACHMENT_RETRACTION.RECORDED_BY)),
				row.get(ATTACHMENT.RECORDED_AT), row.get(ATTACHMENT.RECORDED_BY));
	}

}
