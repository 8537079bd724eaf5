package org.solidarity.endorsement.vote;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;
import static org.solidarity.platform.jooq.Tables.VOTE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Repository;

@Repository
class VoteRepository {

	private static final org.solidarity.platform.jooq.tables.Vote LATER = VOTE.as("later");

	private static final Field<Boolean> SUPERSEDED = field(
			exists(selectOne().from(LATER).where(LATER.CORRECTS.eq(VOTE.ID))))
		.as("superseded");

	private final DSLContext sql;

	VoteRepository(DSLContext sql) {
		this.sql = sql;
	}

	Map<UUID, Vote> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(VOTE.fields())
			.select(SUPERSEDED)
			.from(VOTE)
			.where(visibleTo(viewer), VOTE.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(VOTE.ID, VoteRepository::vote);
	}

	Map<UUID, List<Vote>> ofProceedings(Viewer viewer, Collection<UUID> proceedings) {
		return this.sql.select(VOTE.fields())
			.select(SUPERSEDED)
			.from(VOTE)
			.where(visibleTo(viewer), VOTE.PROCEEDING_ID.eq(any(proceedings.toArray(UUID[]::new))))
			.orderBy(VOTE.RECORDED_AT, VOTE.ID)
			.fetchGroups(VOTE.PROCEEDING_ID, VoteRepository::vote);
	}

	UUID insert(Viewer viewer, UUID proceeding, @Nullable UUID corrects, VoteFacts facts) {
		return this.sql.insertInto(VOTE)
			.set(VOTE.PROCEEDING_ID, proceeding)
			.set(VOTE.CORRECTS, corrects)
			.set(VOTE.HELD_ON, facts.heldOn())
			.set(VOTE.METHOD, facts.method())
			.set(VOTE.WEIGHT_BASIS, facts.weightBasis())
			.set(VOTE.REQUIREMENT, facts.requirement())
			.set(VOTE.QUORUM, facts.quorum())
			.set(VOTE.YES, facts.yes())
			.set(VOTE.NO, facts.no())
			.set(VOTE.ABSTAIN, facts.abstain())
			.set(VOTE.NOT_VOTING, facts.notVoting())
			.set(VOTE.ELIGIBLE, facts.eligible())
			.set(VOTE.RESULT, facts.result())
			.set(VOTE.REASON, facts.reason())
			.set(VOTE.EVIDENCE, facts.evidence())
			.set(VOTE.SOURCE_NAME, facts.sourceName())
			.set(VOTE.SOURCE_URL, facts.sourceUrl())
			.set(VOTE.RECORDED_BY, viewer.id())
			.returning(VOTE.ID)
			.fetchSingle(VOTE.ID);
	}

	private static Condition visibleTo(Viewer viewer) {
		return VOTE.PROCEEDING_ID.in(select(PROCEEDING.ID).from(PROCEEDING).where(Proceedings.visibleTo(viewer)));
	}

	private static Vote vote(Record row) {
		var facts = new VoteFacts(row.get(VOTE.HELD_ON), row.get(VOTE.METHOD), row.get(VOTE.WEIGHT_BASIS),
				row.get(VOTE.REQUIREMENT), row.get(VOTE.QUORUM), row.get(VOTE.YES), row.get(VOTE.NO),
				row.get(VOTE.ABSTAIN), row.get(VOTE.NOT_VOTING), row.get(VOTE.ELIGIBLE), row.get(VOTE.RESULT),
				row.get(VOTE.REASON), row.get(VOTE.EVIDENCE), row.get(VOTE.SOURCE_NAME), row.get(VOTE.SOURCE_URL));
		return new Vote(row.get(VOTE.ID), row.get(VOTE.PROCEEDING_ID), row.get(VOTE.CORRECTS), facts,
				row.get(VOTE.RECORDED_AT), row.get(SUPERSEDED));
	}

}
