package org.solidarity.organization.identifier;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentInstant;
import static org.solidarity.platform.jooq.Tables.BODY_IDENTIFIER;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.solidarity.organization.VisibleBodies;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Repository;

@Repository
class BodyIdentifierRepository {

	private final DSLContext sql;

	BodyIdentifierRepository(DSLContext sql) {
		this.sql = sql;
	}

	Map<UUID, BodyIdentifier> find(Viewer viewer, Collection<UUID> ids) {
		return select(viewer, BODY_IDENTIFIER.ID.eq(any(ids.toArray(UUID[]::new)))).stream()
			.collect(Collectors.toMap(BodyIdentifier::id, identifier -> identifier));
	}

	List<BodyIdentifier> of(Viewer viewer, Collection<UUID> bodies) {
		return select(viewer, BODY_IDENTIFIER.BODY_ID.eq(any(bodies.toArray(UUID[]::new))));
	}

	private List<BodyIdentifier> select(Viewer viewer, Condition which) {
		return this.sql.selectFrom(BODY_IDENTIFIER)
			.where(VisibleBodies.to(viewer, BODY_IDENTIFIER.BODY_ID), which)
			.orderBy(BODY_IDENTIFIER.SCHEME, BODY_IDENTIFIER.VALUE, BODY_IDENTIFIER.ID)
			.fetch(BodyIdentifierRepository::identifier);
	}

	UUID insert(Viewer viewer, UUID body, AddBodyIdentifier.Input input) {
		return this.sql.insertInto(BODY_IDENTIFIER)
			.set(BODY_IDENTIFIER.BODY_ID, body)
			.set(BODY_IDENTIFIER.SCHEME, input.scheme())
			.set(BODY_IDENTIFIER.VALUE, input.value())
			.set(BODY_IDENTIFIER.VERIFIED, Boolean.TRUE.equals(input.verified()))
			.set(BODY_IDENTIFIER.FROM_DATE, input.since())
			.set(BODY_IDENTIFIER.TO_DATE, input.until())
			.set(BODY_IDENTIFIER.SOURCE, input.source())
			.set(BODY_IDENTIFIER.RECORDED_BY, viewer.id())
			.returning(BODY_IDENTIFIER.ID)
			.fetchSingle(BODY_IDENTIFIER.ID);
	}

	void verify(UUID id) {
		this.sql.update(BODY_IDENTIFIER).set(BODY_IDENTIFIER.VERIFIED, true).where(BODY_IDENTIFIER.ID.eq(id)).execute();
	}

	/** Whether it still held. */
	boolean end(Viewer viewer, UUID id, LocalDate until) {
		return this.sql.update(BODY_IDENTIFIER)
			.set(BODY_IDENTIFIER.TO_DATE, until)
			.set(BODY_IDENTIFIER.ENDED_AT, currentInstant())
			.set(BODY_IDENTIFIER.ENDED_BY, viewer.id())
			.where(BODY_IDENTIFIER.ID.eq(id), BODY_IDENTIFIER.ENDED_AT.isNull())
			.execute() == 1;
	}

	private static BodyIdentifier identifier(Record row) {
		return new BodyIdentifier(row.get(BODY_IDENTIFIER.ID), row.get(BODY_IDENTIFIER.BODY_ID),
				row.get(BODY_IDENTIFIER.SCHEME), row.get(BODY_IDENTIFIER.VALUE), row.get(BODY_IDENTIFIER.VERIFIED),
				row.get(BODY_IDENTIFIER.FROM_DATE), row.get(BODY_IDENTIFIER.TO_DATE), row.get(BODY_IDENTIFIER.SOURCE));
	}

}
