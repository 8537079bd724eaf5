package org.solidarity.action.petition;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.sum;
import static org.solidarity.platform.jooq.Tables.SIGNATURE_BATCH;
import static org.solidarity.platform.jooq.Tables.SIGNATURE_BATCH_VOID;

import java.math.BigDecimal;
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
import org.solidarity.action.Action;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.SignatureMedium;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class PetitionRepository {

	private static final List<Field<?>> FIELDS = List.of(SIGNATURE_BATCH.ID, SIGNATURE_BATCH.ACTION_ID,
			SIGNATURE_BATCH.BODY_ID, SIGNATURE_BATCH.MEDIUM, SIGNATURE_BATCH.SIGNATURES, SIGNATURE_BATCH.SHEETS,
			SIGNATURE_BATCH.COLLECTED_ON, SIGNATURE_BATCH.SOURCE, SIGNATURE_BATCH_VOID.REASON,
			SIGNATURE_BATCH.RECORDED_AT);

	private static final Table<?> BATCHES = SIGNATURE_BATCH.leftJoin(SIGNATURE_BATCH_VOID)
		.on(SIGNATURE_BATCH_VOID.BATCH_ID.eq(SIGNATURE_BATCH.ID));

	private static final Ordering LATEST_FIRST = Ordering.by("signature_batch.recorded", Direction.DESC,
			SIGNATURE_BATCH.ID);

	private final DSLContext sql;

	private final Pages pages;

	PetitionRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, SignatureBatch> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(BATCHES)
			.where(visibleTo(viewer), SIGNATURE_BATCH.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(SIGNATURE_BATCH.ID, PetitionRepository::batch);
	}

	Map<UUID, Connection<SignatureBatch>> of(Viewer viewer, Collection<UUID> actions, PageRequest page) {
		return this.pages.fetch(
				new PageQuery<>(FIELDS, BATCHES, visibleTo(viewer), LATEST_FIRST, PetitionRepository::batch),
				SIGNATURE_BATCH.ACTION_ID, actions, page);
	}

	/** Of each action that has any, the signatures that count. */
	Map<UUID, Signatures> totals(Viewer viewer, Collection<UUID> actions) {
		var paper = sum(SIGNATURE_BATCH.SIGNATURES).filterWhere(SIGNATURE_BATCH.MEDIUM.eq(SignatureMedium.PAPER));
		var online = sum(SIGNATURE_BATCH.SIGNATURES).filterWhere(SIGNATURE_BATCH.MEDIUM.eq(SignatureMedium.ONLINE));
		return this.sql.select(SIGNATURE_BATCH.ACTION_ID, paper, online)
			.from(BATCHES)
			.where(visibleTo(viewer), SIGNATURE_BATCH.ACTION_ID.eq(any(actions.toArray(UUID[]::new))),
					SIGNATURE_BATCH_VOID.BATCH_ID.isNull())
			.groupBy(SIGNATURE_BATCH.ACTION_ID)
			.fetchMap(SIGNATURE_BATCH.ACTION_ID, row -> new Signatures(number(row.value2()), number(row.value3())));
	}

	UUID insert(Viewer viewer, Action action, UUID body, RecordSignatures.Input input) {
		return this.sql.insertInto(SIGNATURE_BATCH)
			.set(SIGNATURE_BATCH.CAMPAIGN_ID, action.campaignId())
			.set(SIGNATURE_BATCH.ACTION_ID, action.id())
			.set(SIGNATURE_BATCH.BODY_ID, body)
			.set(SIGNATURE_BATCH.MEDIUM, input.medium())
			.set(SIGNATURE_BATCH.SIGNATURES, input.signatures())
			.set(SIGNATURE_BATCH.SHEETS, input.sheets())
			.set(SIGNATURE_BATCH.COLLECTED_ON, input.collectedOn())
			.set(SIGNATURE_BATCH.SOURCE, input.source())
			.set(SIGNATURE_BATCH.RECORDED_BY, viewer.id())
			.returning(SIGNATURE_BATCH.ID)
			.fetchSingle(SIGNATURE_BATCH.ID);
	}

	/** One that is void already stays so for its first reason. */
	void makeVoid(Viewer viewer, UUID batch, String reason) {
		this.sql.insertInto(SIGNATURE_BATCH_VOID)
			.set(SIGNATURE_BATCH_VOID.BATCH_ID, batch)
			.set(SIGNATURE_BATCH_VOID.REASON, reason)
			.set(SIGNATURE_BATCH_VOID.RECORDED_BY, viewer.id())
			.onConflictDoNothing()
			.execute();
	}

	/**
	 * A coordinator sees what the bodies worked for collected; a partner group nothing.
	 */
	private static Condition visibleTo(Viewer viewer) {
		Condition campaign = Campaigns.visibleTo(viewer, SIGNATURE_BATCH.CAMPAIGN_ID);
		return switch (viewer.role()) {
			case SYSTEM, AUDITOR, STAFF -> campaign;
			case COORDINATOR ->
				campaign.and(Conditions.among(SIGNATURE_BATCH.BODY_ID, Routines.bodiesOfAccount(viewer.id())));
			case ADMINISTRATOR, PARTNER -> falseCondition();
		};
	}

	private static long number(@Nullable BigDecimal sum) {
		return sum == null ? 0 : sum.longValueExact();
	}

	private static SignatureBatch batch(Record row) {
		return new SignatureBatch(row.get(SIGNATURE_BATCH.ID), row.get(SIGNATURE_BATCH.ACTION_ID),
				row.get(SIGNATURE_BATCH.BODY_ID), row.get(SIGNATURE_BATCH.MEDIUM), row.get(SIGNATURE_BATCH.SIGNATURES),
				row.get(SIGNATURE_BATCH.SHEETS), row.get(SIGNATURE_BATCH.COLLECTED_ON), row.get(SIGNATURE_BATCH.SOURCE),
				row.get(SIGNATURE_BATCH_VOID.REASON), row.get(SIGNATURE_BATCH.RECORDED_AT));
	}

}
