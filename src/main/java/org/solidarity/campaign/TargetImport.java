package org.solidarity.campaign;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_TARGET;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.CampaignStatus;
import org.springframework.stereotype.Repository;

/** For whoever brings in many bodies that campaigns ask; only inside a write. */
@Repository
public class TargetImport {

	private final DSLContext sql;

	TargetImport(DSLContext sql) {
		this.sql = sql;
	}

	/**
	 * A campaign that has the name that was asked for.
	 *
	 * @param active false where it is closed and nothing is recorded in it
	 */
	public record Named(UUID id, boolean active) {
	}

	/** The campaigns of this name, in whatever case; two where there are several. */
	public List<Named> campaigns(Viewer viewer, String name) {
		viewer.require(Permission.IMPORT);
		return this.sql.select(CAMPAIGN.ID, CAMPAIGN.STATUS)
			.from(CAMPAIGN)
			.where(lower(CAMPAIGN.NAME).eq(lower(val(name))))
			.limit(2)
			.fetch(row -> new Named(row.value1(), row.value2() == CampaignStatus.ACTIVE));
	}

	/**
	 * Makes the body a target of the campaign, where it never was one: what was removed
	 * stays so.
	 */
	public void add(Viewer viewer, UUID campaign, UUID body) {
		viewer.require(Permission.IMPORT);
		this.sql
			.insertInto(CAMPAIGN_TARGET, CAMPAIGN_TARGET.CAMPAIGN_ID, CAMPAIGN_TARGET.BODY_ID,
					CAMPAIGN_TARGET.CREATED_BY)
			.select(select(val(campaign), val(body), val(viewer.id())).where(notExists(selectOne().from(CAMPAIGN_TARGET)
				.where(CAMPAIGN_TARGET.CAMPAIGN_ID.eq(campaign), CAMPAIGN_TARGET.BODY_ID.eq(body)))))
			.onConflictDoNothing()
			.execute();
	}

}
