package org.solidarity.member;

import static org.solidarity.platform.jooq.Tables.PERSON;

import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Repository;

/** For whoever brings in what people did; only inside a write. */
@Repository
public class MemberImport {

	private final DSLContext sql;

	MemberImport(DSLContext sql) {
		this.sql = sql;
	}

	/**
	 * The person whom the body knows under a pseudonym, which stands where the family
	 * name does and tells nothing of who it is; recorded where there is none.
	 */
	public UUID underPseudonym(Viewer viewer, UUID controller, String pseudonym) {
		viewer.require(Permission.IMPORT);
		return this.sql.select(PERSON.ID)
			.from(PERSON)
			.where(PERSON.CONTROLLER_ID.eq(controller), PERSON.FAMILY_NAME.eq(pseudonym), PERSON.GIVEN_NAME.isNull())
			.orderBy(PERSON.ID)
			.limit(1)
			.fetchOptional(PERSON.ID)
			.orElseGet(() -> this.sql.insertInto(PERSON)
				.set(PERSON.CONTROLLER_ID, controller)
				.set(PERSON.FAMILY_NAME, pseudonym)
				.set(PERSON.RECORDED_BY, viewer.id())
				.returning(PERSON.ID)
				.fetchSingle(PERSON.ID));
	}

}
