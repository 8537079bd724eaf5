package org.solidarity.member.consent;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.solidarity.platform.jooq.Tables.CONSENT;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertSetMoreStep;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.solidarity.member.Member;
import org.solidarity.member.PersonScope;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.ConsentDecision;
import org.solidarity.platform.jooq.tables.records.ConsentRecord;
import org.springframework.stereotype.Repository;

@Repository
class ConsentRepository {

	private static final org.solidarity.platform.jooq.tables.Consent LATER = CONSENT.as("later");

	/** Whether no row of the same purpose and recipient came after. */
	private static final Field<Boolean> CURRENT = DSL.field(notExists(selectOne().from(LATER)
		.where(LATER.CONTROLLER_ID.eq(CONSENT.CONTROLLER_ID), LATER.PERSON_ID.eq(CONSENT.PERSON_ID),
				LATER.PURPOSE.eq(CONSENT.PURPOSE), LATER.RECIPIENT_BODY_ID.isNotDistinctFrom(CONSENT.RECIPIENT_BODY_ID),
				LATER.RECIPIENT_GROUP_ID.isNotDistinctFrom(CONSENT.RECIPIENT_GROUP_ID),
				row(LATER.AT, LATER.ID).gt(CONSENT.AT, CONSENT.ID))))
		.as("current");

	private static final List<Field<?>> FIELDS = List.of(CONSENT.ID, CONSENT.PERSON_ID, CONSENT.PURPOSE,
			CONSENT.RECIPIENT_BODY_ID, CONSENT.DECISION, CONSENT.LEGAL_BASIS, CONSENT.WORDING, CONSENT.CHANNEL,
			CONSENT.AT, CONSENT.RECORDED_AT, CURRENT);

	private final DSLContext sql;

	ConsentRepository(DSLContext sql) {
		this.sql = sql;
	}

	Map<UUID, Consent> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(CONSENT)
			.where(visibleTo(viewer), CONSENT.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(CONSENT.ID, ConsentRepository::consent);
	}

	Map<UUID, List<Consent>> of(Viewer viewer, Collection<UUID> persons) {
		return this.sql.select(FIELDS)
			.from(CONSENT)
			.where(visibleTo(viewer), CONSENT.PERSON_ID.eq(any(persons.toArray(UUID[]::new))))
			.orderBy(CONSENT.AT.desc(), CONSENT.ID.desc())
			.fetchGroups(CONSENT.PERSON_ID, ConsentRepository::consent);
	}

	UUID insert(Viewer viewer, Member member, @Nullable UUID recipient, RecordConsent.Input input) {
		return insertFor(viewer, member, recipient).set(CONSENT.PURPOSE, input.purpose())
			.set(CONSENT.DECISION, ConsentDecision.GIVEN)
			.set(CONSENT.LEGAL_BASIS, input.legalBasis())
			.set(CONSENT.WORDING, input.wording())
			.set(CONSENT.CHANNEL, input.channel())
			.set(CONSENT.AT, input.at())
			.returning(CONSENT.ID)
			.fetchSingle(CONSENT.ID);
	}

	UUID insert(Viewer viewer, Member member, @Nullable UUID recipient, WithdrawConsent.Input input) {
		return insertFor(viewer, member, recipient).set(CONSENT.PURPOSE, input.purpose())
			.set(CONSENT.DECISION, ConsentDecision.WITHDRAWN)
			.set(CONSENT.CHANNEL, input.channel())
			.set(CONSENT.AT, input.at())
			.returning(CONSENT.ID)
			.fetchSingle(CONSENT.ID);
	}

	private InsertSetMoreStep<ConsentRecord> insertFor(Viewer viewer, Member member, @Nullable UUID recipient) {
		return this.sql.insertInto(CONSENT)
			.set(CONSENT.CONTROLLER_ID, member.controllerId())
			.set(CONSENT.PERSON_ID, member.id())
			.set(CONSENT.RECIPIENT_BODY_ID, recipient)
			.set(CONSENT.RECORDED_BY, viewer.id());
	}

	private static Condition visibleTo(Viewer viewer) {
		return PersonScope.visibleTo(viewer, CONSENT.CONTROLLER_ID);
	}

	private static Consent consent(Record row) {
		return new Consent(row.get(CONSENT.ID), row.get(CONSENT.PURPOSE), row.get(CONSENT.RECIPIENT_BODY_ID),
				row.get(CONSENT.DECISION), row.get(CONSENT.LEGAL_BASIS), row.get(CONSENT.WORDING),
				row.get(CONSENT.CHANNEL), row.get(CONSENT.AT), row.get(CONSENT.RECORDED_AT), row.get(CURRENT));
	}

}
