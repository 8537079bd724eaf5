package org.solidarity.member.contact;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.falseCondition;
import static org.solidarity.platform.jooq.Tables.CONTACT_POINT;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.solidarity.member.Member;
import org.solidarity.member.PersonScope;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.ContactStatus;
import org.springframework.stereotype.Repository;

@Repository
class ContactPointRepository {

	private static final List<Field<?>> FIELDS = List.of(CONTACT_POINT.ID, CONTACT_POINT.PERSON_ID, CONTACT_POINT.KIND,
			CONTACT_POINT.VALUE, CONTACT_POINT.STATUS, CONTACT_POINT.RECORDED_AT);

	private final DSLContext sql;

	ContactPointRepository(DSLContext sql) {
		this.sql = sql;
	}

	Map<UUID, ContactPoint> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(CONTACT_POINT)
			.where(visibleTo(viewer), CONTACT_POINT.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(CONTACT_POINT.ID, ContactPointRepository::contactPoint);
	}

	Map<UUID, List<ContactPoint>> of(Viewer viewer, Collection<UUID> persons) {
		return this.sql.select(FIELDS)
			.from(CONTACT_POINT)
			.where(visibleTo(viewer), CONTACT_POINT.PERSON_ID.eq(any(persons.toArray(UUID[]::new))),
					CONTACT_POINT.STATUS.ne(ContactStatus.RETIRED))
			.orderBy(CONTACT_POINT.ID.desc())
			.fetchGroups(CONTACT_POINT.PERSON_ID, ContactPointRepository::contactPoint);
	}

	UUID insert(Viewer viewer, Member member, AddContactPoint.Input input) {
		return this.sql.insertInto(CONTACT_POINT)
			.set(CONTACT_POINT.CONTROLLER_ID, member.controllerId())
			.set(CONTACT_POINT.PERSON_ID, member.id())
			.set(CONTACT_POINT.KIND, input.kind())
			.set(CONTACT_POINT.VALUE, input.value())
			.set(CONTACT_POINT.RECORDED_BY, viewer.id())
			.returning(CONTACT_POINT.ID)
			.fetchSingle(CONTACT_POINT.ID);
	}

	int retire(Viewer viewer, UUID id) {
		return this.sql.update(CONTACT_POINT)
			.set(CONTACT_POINT.STATUS, ContactStatus.RETIRED)
			.set(CONTACT_POINT.RETIRED_AT, currentInstant())
			.set(CONTACT_POINT.RETIRED_BY, viewer.id())
			.where(visibleTo(viewer), CONTACT_POINT.ID.eq(id), CONTACT_POINT.STATUS.ne(ContactStatus.RETIRED))
			.execute();
	}

	private static Condition visibleTo(Viewer viewer) {
		return viewer.may(Permission.SEE_CONTACT_DETAILS) ? PersonScope.visibleTo(viewer, CONTACT_POINT.CONTROLLER_ID)
				: falseCondition();
	}

	private static ContactPoint contactPoint(Record row) {
		return new ContactPoint(row.get(CONTACT_POINT.ID), row.get(CONTACT_POINT.PERSON_ID),
				row.get(CONTACT_POINT.KIND), row.get(CONTACT_POINT.VALUE), row.get(CONTACT_POINT.STATUS),
				row.get(CONTACT_POINT.RECORDED_AT));
	}

}
