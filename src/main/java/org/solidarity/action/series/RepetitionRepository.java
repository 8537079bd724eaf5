package org.solidarity.action.series;

import static org.jooq.impl.DSL.select;
import static org.solidarity.platform.jooq.Tables.ACTION;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.action.ActionScope;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Repository;

@Repository
class RepetitionRepository {

	private final DSLContext sql;

	RepetitionRepository(DSLContext sql) {
		this.sql = sql;
	}

	/** The repetition and those that were made with it, in one transaction, by start. */
	List<UUID> madeWith(Viewer viewer, UUID repetition) {
		var one = ACTION.as("one");
		return this.sql.select(ACTION.ID)
			.from(ACTION)
			.join(one)
			.on(one.REPEATS_ID.eq(ACTION.REPEATS_ID), one.CREATED_AT.eq(ACTION.CREATED_AT))
			.where(ActionScope.visibleTo(viewer), one.ID.eq(repetition))
			.orderBy(ACTION.STARTS_AT, ACTION.ID)
			.fetch(ACTION.ID);
	}

}
