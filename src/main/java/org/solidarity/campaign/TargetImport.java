package org.solidarity.campaign;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_TARGET;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Repository;

/** For whoever brings in many bodies that campaigns ask; only inside a write. */
@Repository
public class TargetImport {

	private final DSLContext sql;

	TargetImport(DSLContext sql) {
		this.sql = sql;
	}

	/** The campaigns of this name, in whatever case. */
	public List<UUID> campaigns(Viewer viewer, String name) {
		viewer.require(Permission.IMPORT);
		return this.sql.select(CAMPAIGN.ID)
			.from(CAMPAIGN)
			.where(lower(CAMPAIGN.NAME).eq(lower(val(name))))
			.limit(2)
			.fetch(CAMPAIGN.ID);
	}

	/** Makes the body a target of the campaign, where it is none. */
	public void add(Viewer viewer, UUID campaign, UUID body) {
		viewer.require(Permission.IMPORT);
		this.sql.insertInto(CAMPAIGN_TARGET)
			.set(CAMPAIGN_TARGET.CAMPAIGN_ID, campaign)
			.set(CAMPAIGN_TARGET.BODY_ID, body)
			.set(CAMPAIGN_TARGET.CREATED_BY, viewer.id())
			.onConflictDoNothing()
			.execute();
	}

}
