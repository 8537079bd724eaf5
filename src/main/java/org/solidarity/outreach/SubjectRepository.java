package org.solidarity.outreach;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.solidarity.platform.jooq.Tables.BODY;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.solidarity.organization.VisibleBodies;
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

	/** Those of the bodies that the viewer records what is done about. */
	Set<UUID> recordedBy(Viewer viewer, Collection<UUID> bodies) {
		Condition mine = switch (viewer.role()) {
			case SYSTEM, STAFF -> noCondition();
			case COORDINATOR -> Conditions.among(BODY.ID, Routines.bodiesOfAccount(viewer.id()));
			case AUDITOR, ADMINISTRATOR, PARTNER -> falseCondition();
		};
		return this.sql.select(BODY.ID)
			.from(BODY)
			.where(VisibleBodies.to(viewer, BODY), mine, BODY.ID.eq(any(bodies.toArray(UUID[]::new))))
			.fetchSet(BODY.ID);
	}

}
