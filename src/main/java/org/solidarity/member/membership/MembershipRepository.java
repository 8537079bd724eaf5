package org.solidarity.member.membership;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.selectOne;
import static org.solidarity.platform.jooq.Tables.MEMBERSHIP;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.member.Member;
import org.solidarity.member.PersonScope;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Repository;

@Repository
class MembershipRepository {

	private static final List<Field<?>> FIELDS = List.of(MEMBERSHIP.ID, MEMBERSHIP.PERSON_ID, MEMBERSHIP.BODY_ID,
			MEMBERSHIP.ROLE, MEMBERSHIP.ON_BEHALF_OF_ID, MEMBERSHIP.FROM_DATE, MEMBERSHIP.TO_DATE,
			MEMBERSHIP.RECORDED_AT);

	private final DSLContext sql;

	MembershipRepository(DSLContext sql) {
		this.sql = sql;
	}

	Map<UUID, Membership> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(MEMBERSHIP)
			.where(visibleTo(viewer), MEMBERSHIP.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(MEMBERSHIP.ID, MembershipRepository::membership);
	}

	Map<UUID, List<Membership>> of(Viewer viewer, Collection<UUID> persons) {
		var correction = MEMBERSHIP.as("correction");
		return this.sql.select(FIELDS)
			.from(MEMBERSHIP)
			.where(visibleTo(viewer), MEMBERSHIP.PERSON_ID.eq(any(persons.toArray(UUID[]::new))))
			.andNotExists(selectOne().from(correction)
				.where(correction.CONTROLLER_ID.eq(MEMBERSHIP.CONTROLLER_ID), correction.CORRECTS_ID.eq(MEMBERSHIP.ID)))
			.orderBy(MEMBERSHIP.FROM_DATE.desc().nullsLast(), MEMBERSHIP.ID.desc())
			.fetchGroups(MEMBERSHIP.PERSON_ID, MembershipRepository::membership);
	}

	UUID insert(Viewer viewer, Member member, UUID body, @Nullable UUID behalf, @Nullable UUID corrected,
			AddMembership.Input input) {
		return this.sql.insertInto(MEMBERSHIP)
			.set(MEMBERSHIP.CONTROLLER_ID, member.controllerId())
			.set(MEMBERSHIP.PERSON_ID, member.id())
			.set(MEMBERSHIP.BODY_ID, body)
			.set(MEMBERSHIP.ROLE, input.role())
			.set(MEMBERSHIP.ON_BEHALF_OF_ID, behalf)
			.set(MEMBERSHIP.FROM_DATE, input.from())
			.set(MEMBERSHIP.TO_DATE, input.to())
			.set(MEMBERSHIP.CORRECTS_ID, corrected)
			.set(MEMBERSHIP.RECORDED_BY, viewer.id())
			.returning(MEMBERSHIP.ID)
			.fetchSingle(MEMBERSHIP.ID);
	}

	int end(Viewer viewer, UUID id, LocalDate to) {
		return this.sql.update(MEMBERSHIP)
			.set(MEMBERSHIP.TO_DATE, to)
			.set(MEMBERSHIP.ENDED_AT, currentInstant())
			.set(MEMBERSHIP.ENDED_BY, viewer.id())
			.where(visibleTo(viewer), MEMBERSHIP.ID.eq(id))
			.execute();
	}

	private static Condition visibleTo(Viewer viewer) {
		return PersonScope.visibleTo(viewer, MEMBERSHIP.CONTROLLER_ID);
	}

	private static Membership membership(Record row) {
		return new Membership(row.get(MEMBERSHIP.ID), row.get(MEMBERSHIP.PERSON_ID), row.get(MEMBERSHIP.BODY_ID),
				row.get(MEMBERSHIP.ROLE), row.get(MEMBERSHIP.ON_BEHALF_OF_ID), row.get(MEMBERSHIP.FROM_DATE),
				row.get(MEMBERSHIP.TO_DATE), row.get(MEMBERSHIP.RECORDED_AT));
	}

}
