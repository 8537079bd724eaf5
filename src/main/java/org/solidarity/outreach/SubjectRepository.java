package org.solidarity.outreach;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.solidarity.platform.jooq.Tables.BODY;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.Routines;
import org.springframework.stereotype.Repository;

@Repository
class SubjectRepository {

	private final DSLContext sql;

	SubjectRepository(DSLContext sql) {
		this.sql = sql;
	}

	/** Whether the viewer records what is done about the body. */
	boolean recordsFor(Viewer viewer, UUID body) {
		Condition mine = switch (viewer.role()) {
			case SYSTEM, STAFF -> noCondition();
			case COORDINATOR -> Conditions.among(BODY.ID, Routines.bodiesOfAccount(viewer.id()));
			case AUDITOR, ADMINISTRATOR, PARTNER -> falseCondition();
		};
		return this.sql.fetchExists(selectOne().from(BODY).where(mine, BODY.ID.eq(body)));
	}

}
