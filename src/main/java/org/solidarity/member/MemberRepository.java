package org.solidarity.member;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.MEMBERSHIP;
import static org.solidarity.platform.jooq.Tables.PERSON;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableLike;
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
class MemberRepository {

	private static final List<Field<?>> FIELDS = List.of(PERSON.ID, PERSON.CONTROLLER_ID, PERSON.GIVEN_NAME,
			PERSON.FAMILY_NAME, PERSON.ORIGINAL_NAME, PERSON.ORIGINAL_LANGUAGE, PERSON.TRANSLITERATION,
			PERSON.PREFERRED_LANGUAGE, PERSON.RECORDED_AT, PERSON.VERSION);

	private static final Ordering BY_NAME = Ordering.by("member.name", Direction.ASC, PERSON.ID, PERSON.SORT_NAME);

	private final DSLContext sql;

	private final Pages pages;

	private final Clock clock;

	MemberRepository(DSLContext sql, Pages pages, Clock clock) {
		this.sql = sql;
		this.pages = pages;
		this.clock = clock;
	}

	Map<UUID, Member> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(PERSON)
			.where(visibleTo(viewer), PERSON.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(PERSON.ID, MemberRepository::member);
	}

	Connection<Member> list(Viewer viewer, PageRequest page, MemberQuery query) {
		return this.pages.fetch(query(PERSON, visibleTo(viewer).and(matching(query, trueCondition()))), page);
	}

	Map<UUID, Connection<Member>> of(Viewer viewer, Collection<UUID> bodies, PageRequest page, MemberQuery query) {
		var here = selectDistinct(MEMBERSHIP.BODY_ID, MEMBERSHIP.CONTROLLER_ID, MEMBERSHIP.PERSON_ID).from(MEMBERSHIP)
			.where(PersonScope.visibleTo(viewer, MEMBERSHIP.CONTROLLER_ID), MEMBERSHIP.BODY_ID.eq(any(ids(bodies))),
					inForce())
			.asTable("here");
		var body = Objects.requireNonNull(here.field(MEMBERSHIP.BODY_ID));
		var from = here.join(PERSON)
			.on(PERSON.CONTROLLER_ID.eq(here.field(MEMBERSHIP.CONTROLLER_ID)),
					PERSON.ID.eq(here.field(MEMBERSHIP.PERSON_ID)));
		return this.pages.fetch(query(from, visibleTo(viewer).and(matching(query, MEMBERSHIP.BODY_ID.eq(body)))), body,
				bodies, page);
	}

	/** Whether records may be kept in the name of this body by the viewer. */
	boolean mayControl(Viewer viewer, UUID body) {
		return this.sql
			.fetchExists(selectOne().from(BODY).where(PersonScope.visibleTo(viewer, BODY.ID), BODY.ID.eq(body)));
	}

	UUID insert(Viewer viewer, UUID controller, Names names) {
		return this.sql.insertInto(PERSON)
			.set(PERSON.CONTROLLER_ID, controller)
			.set(values(names))
			.set(PERSON.RECORDED_BY, viewer.id())
			.returning(PERSON.ID)
			.fetchSingle(PERSON.ID);
	}

	/** False where the version is another by now. */
	boolean update(Viewer viewer, UUID id, int expectedVersion, Names names) {
		return this.sql.update(PERSON)
			.set(values(names))
			.set(PERSON.UPDATED_AT, currentInstant())
			.set(PERSON.VERSION, PERSON.VERSION.plus(1))
			.where(visibleTo(viewer), PERSON.ID.eq(id), PERSON.VERSION.eq(expectedVersion))
			.execute() == 1;
	}

	private static Condition visibleTo(Viewer viewer) {
		return PersonScope.visibleTo(viewer, PERSON.CONTROLLER_ID);
	}

	private Condition matching(MemberQuery query, Condition membership) {
		Condition searched = trueCondition();
		for (String word : query.words()) {
			searched = searched.and(PERSON.SEARCH_NAME.contains(lower(val(word))));
		}
		return searched.and(Conditions.of(query.filter(), filter -> matching(filter, membership)));
	}

	private Condition matching(MemberFilter filter, Condition membership) {
		return Conditions.tree(filter.and(), filter.or(), filter.not(), inner -> matching(inner, membership),
				Conditions.all(
						Conditions.of(filter.role(),
								role -> holds(membership.and(Conditions.of(role.eq(), MEMBERSHIP.ROLE::eq))
									.and(Conditions.of(role.in(), MEMBERSHIP.ROLE::in)))),
						Conditions.of(filter.givenName(), name -> name.on(PERSON.GIVEN_NAME)),
						Conditions.of(filter.familyName(), name -> name.on(PERSON.FAMILY_NAME))));
	}

	/** Whether the person holds such a membership today. */
	private Condition holds(Condition membership) {
		return exists(selectOne().from(MEMBERSHIP)
			.where(MEMBERSHIP.CONTROLLER_ID.eq(PERSON.CONTROLLER_ID), MEMBERSHIP.PERSON_ID.eq(PERSON.ID), membership,
					inForce()));
	}

	private Condition inForce() {
		var today = LocalDate.now(this.clock);
		var correction = MEMBERSHIP.as("correction");
		return MEMBERSHIP.FROM_DATE.isNull()
			.or(MEMBERSHIP.FROM_DATE.le(today))
			.and(MEMBERSHIP.TO_DATE.isNull().or(MEMBERSHIP.TO_DATE.gt(today)))
			.andNotExists(selectOne().from(correction)
				.where(correction.CONTROLLER_ID.eq(MEMBERSHIP.CONTROLLER_ID),
						correction.CORRECTS_ID.eq(MEMBERSHIP.ID)));
	}

	private static PageQuery<Member> query(TableLike<?> from, Condition where) {
		return new PageQuery<>(FIELDS, from, where, BY_NAME, MemberRepository::member);
	}

	private static UUID[] ids(Collection<UUID> ids) {
		return ids.toArray(UUID[]::new);
	}

	private static Map<Field<?>, Object> values(Names names) {
		Map<Field<?>, Object> values = new java.util.HashMap<>();
		values.put(PERSON.GIVEN_NAME, names.givenName());
		values.put(PERSON.FAMILY_NAME, names.familyName());
		values.put(PERSON.ORIGINAL_NAME, names.originalName());
		values.put(PERSON.ORIGINAL_LANGUAGE, names.originalLanguage());
		values.put(PERSON.TRANSLITERATION, names.transliteration());
		values.put(PERSON.PREFERRED_LANGUAGE, names.preferredLanguage());
		return values;
	}

	private static Member member(Record row) {
		return new Member(row.get(PERSON.ID), row.get(PERSON.CONTROLLER_ID), row.get(PERSON.GIVEN_NAME),
				row.get(PERSON.FAMILY_NAME), row.get(PERSON.ORIGINAL_NAME), row.get(PERSON.ORIGINAL_LANGUAGE),
				row.get(PERSON.TRANSLITERATION), row.get(PERSON.PREFERRED_LANGUAGE), row.get(PERSON.RECORDED_AT),
				row.get(PERSON.VERSION));
	}

}
