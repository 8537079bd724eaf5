package org.solidarity.support;

import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_RELATION;

import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.RelationType;
import org.springframework.stereotype.Component;

/** Rows to stand on, for tests of what is built upon them; each call makes a new one. */
@Component
public class Some {

	private final DSLContext sql;

	private final Transactions transactions;

	Some(DSLContext sql, Transactions transactions) {
		this.sql = sql;
		this.transactions = transactions;
	}

	public UUID local(String name) {
		return this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(BODY)
					.set(BODY.KIND, BodyKind.LOCAL_UNION)
					.set(BODY.NAME, name)
					.returning(BODY.ID)
					.fetchSingle(BODY.ID));
	}

	/** A local that this body has chartered. */
	public UUID localOf(UUID parent, String name) {
		UUID local = local(name);
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(BODY_RELATION)
					.set(BODY_RELATION.FROM_ID, local)
					.set(BODY_RELATION.TYPE, RelationType.CHARTERED_BY)
					.set(BODY_RELATION.TO_ID, parent)
					.execute());
		return local;
	}

	public static String id(String prefix, UUID id) {
		return new NodeId(prefix, id).toString();
	}

}
