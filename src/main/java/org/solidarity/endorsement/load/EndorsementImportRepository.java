package org.solidarity.endorsement.load;

import static org.solidarity.platform.jooq.Tables.PROCEEDING;
import static org.solidarity.platform.jooq.Tables.STAGE_EVENT;

import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.DecisionBody;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.Stage;
import org.springframework.stereotype.Repository;

@Repository
class EndorsementImportRepository {

	private final DSLContext sql;

	EndorsementImportRepository(DSLContext sql) {
		this.sql = sql;
	}

	/** What a source says of an act, beside its stage and day. */
	record Said(@Nullable DecisionBody decisionBody, @Nullable String reason) {
	}

	/** What the same source said of the same act of the body on that day before. */
	Set<Said> said(UUID campaign, UUID body, ImportedEndorsement row, Stage stage) {
		return this.sql.select(STAGE_EVENT.DECISION_BODY, STAGE_EVENT.REASON)
			.from(PROCEEDING)
			.join(STAGE_EVENT)
			.on(STAGE_EVENT.PROCEEDING_ID.eq(PROCEEDING.ID))
			.where(PROCEEDING.CAMPAIGN_ID.eq(campaign), PROCEEDING.BODY_ID.eq(body), STAGE_EVENT.STAGE.eq(stage),
					STAGE_EVENT.CORRECTS.isNull(), STAGE_EVENT.SOURCE_NAME.eq(row.sourceName()),
					STAGE_EVENT.SOURCE_URL.isNotDistinctFrom(row.sourceUrl()),
					STAGE_EVENT.HAPPENED_ON.isNotDistinctFrom(row.happenedOn()))
			.fetchSet(said -> new Said(said.value1(), said.value2()));
	}

	void insert(Viewer viewer, UUID campaign, UUID body, ImportedEndorsement row, Stage stage) {
		UUID proceeding = this.sql.insertInto(PROCEEDING)
			.set(PROCEEDING.CAMPAIGN_ID, campaign)
			.set(PROCEEDING.BODY_ID, body)
			.set(PROCEEDING.CREATED_BY, viewer.id())
			.returning(PROCEEDING.ID)
			.fetchSingle(PROCEEDING.ID);
		this.sql.insertInto(STAGE_EVENT)
			.set(STAGE_EVENT.PROCEEDING_ID, proceeding)
			.set(STAGE_EVENT.STAGE, stage)
			.set(STAGE_EVENT.HAPPENED_ON, row.happenedOn())
			.set(STAGE_EVENT.DATE_PRECISION, row.precision())
			.set(STAGE_EVENT.EFFECTIVE_ON, row.atLatest())
			.set(STAGE_EVENT.DECISION_BODY, row.decisionBody())
			.set(STAGE_EVENT.EVIDENCE, Evidence.REPORTED)
			.set(STAGE_EVENT.SOURCE_NAME, row.sourceName())
			.set(STAGE_EVENT.SOURCE_URL, row.sourceUrl())
			.set(STAGE_EVENT.REASON, row.reason())
			.set(STAGE_EVENT.RECORDED_BY, viewer.id())
			.execute();
	}

}
