package org.solidarity.organization.load;

import static org.solidarity.platform.jooq.Tables.BODY_IDENTIFIER;

import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.organization.load.ImportedBody.Identity;
import org.springframework.stereotype.Repository;

/** Whom an identifier stands for; for imports, inside their write. */
@Repository
public class Carriers {

	private final DSLContext sql;

	Carriers(DSLContext sql) {
		this.sql = sql;
	}

	/** The body that carries the identifier for sure, else all that carry it. */
	public Set<UUID> of(Identity identity) {
		var carrying = this.sql.select(BODY_IDENTIFIER.BODY_ID, BODY_IDENTIFIER.VERIFIED)
			.from(BODY_IDENTIFIER)
			.where(BODY_IDENTIFIER.SCHEME.eq(identity.scheme()), BODY_IDENTIFIER.VALUE.eq(identity.value()))
			.orderBy(BODY_IDENTIFIER.VERIFIED.desc(), BODY_IDENTIFIER.ID)
			.fetch();
		return carrying.isNotEmpty() && carrying.getFirst().value2() ? Set.of(carrying.getFirst().value1())
				: carrying.intoSet(BODY_IDENTIFIER.BODY_ID);
	}

}
