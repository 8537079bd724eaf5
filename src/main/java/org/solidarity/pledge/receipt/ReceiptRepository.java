package org.solidarity.pledge.receipt;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.solidarity.platform.jooq.Tables.PLEDGE_RECEIPT;

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
import org.solidarity.platform.Viewer;
import org.solidarity.pledge.Pledges;
import org.springframework.stereotype.Repository;

@Repository
class ReceiptRepository {

	private static final List<Field<?>> FIELDS = List.of(PLEDGE_RECEIPT.ID, PLEDGE_RECEIPT.ENTRY_ID,
			PLEDGE_RECEIPT.NUMBER, PLEDGE_RECEIPT.PAYEE, PLEDGE_RECEIPT.PURPOSE, PLEDGE_RECEIPT.ISSUED_ON,
			PLEDGE_RECEIPT.REPLACES_ID, PLEDGE_RECEIPT.RECORDED_AT);

	private final DSLContext sql;

	ReceiptRepository(DSLContext sql) {
		this.sql = sql;
	}

	Map<UUID, PledgeReceipt> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(PLEDGE_RECEIPT)
			.where(visibleTo(viewer), PLEDGE_RECEIPT.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(PLEDGE_RECEIPT.ID, ReceiptRepository::receipt);
	}

	Map<UUID, List<PledgeReceipt>> of(Viewer viewer, Collection<UUID> entries) {
		return this.sql.select(FIELDS)
			.from(PLEDGE_RECEIPT)
			.where(visibleTo(viewer), PLEDGE_RECEIPT.ENTRY_ID.eq(any(entries.toArray(UUID[]::new))))
			.orderBy(PLEDGE_RECEIPT.RECORDED_AT, PLEDGE_RECEIPT.ID)
			.fetchGroups(PLEDGE_RECEIPT.ENTRY_ID, ReceiptRepository::receipt);
	}

	UUID insert(Viewer viewer, UUID entry, LocalDate issuedOn, @Nullable UUID replaces, IssueReceipt.Input input) {
		return this.sql.insertInto(PLEDGE_RECEIPT)
			.set(PLEDGE_RECEIPT.ENTRY_ID, entry)
			.set(PLEDGE_RECEIPT.NUMBER, input.number())
			.set(PLEDGE_RECEIPT.PAYEE, input.payee())
			.set(PLEDGE_RECEIPT.PURPOSE, input.purpose())
			.set(PLEDGE_RECEIPT.ISSUED_ON, issuedOn)
			.set(PLEDGE_RECEIPT.REPLACES_ID, replaces)
			.set(PLEDGE_RECEIPT.RECORDED_BY, viewer.id())
			.returning(PLEDGE_RECEIPT.ID)
			.fetchSingle(PLEDGE_RECEIPT.ID);
	}

	private static Condition visibleTo(Viewer viewer) {
		return Pledges.visibleTo(viewer, PLEDGE_RECEIPT.CAMPAIGN_ID, PLEDGE_RECEIPT.BODY_ID,
				condition(PLEDGE_RECEIPT.OF_MEMBER));
	}

	private static PledgeReceipt receipt(Record row) {
		return new PledgeReceipt(row.get(PLEDGE_RECEIPT.ID), row.get(PLEDGE_RECEIPT.ENTRY_ID),
				row.get(PLEDGE_RECEIPT.NUMBER), row.get(PLEDGE_RECEIPT.PAYEE), row.get(PLEDGE_RECEIPT.PURPOSE),
				row.get(PLEDGE_RECEIPT.ISSUED_ON), row.get(PLEDGE_RECEIPT.REPLACES_ID),
				row.get(PLEDGE_RECEIPT.RECORDED_AT));
	}

}
