package org.solidarity.support;

import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_RELATION;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_ACCOUNT;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_SHARE;

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

	/** A campaign that these people work on. */
	public UUID campaign(Viewer... workers) {
		return this.transactions.write(Viewer.SYSTEM, () -> {
			UUID campaign = this.sql.insertInto(CAMPAIGN)
				.set(CAMPAIGN.NAME, "Campaign " + UUID.randomUUID())
				.set(CAMPAIGN.CURRENCY, "USD")
				.set(CAMPAIGN.TIME_ZONE, "America/Los_Angeles")
				.returning(CAMPAIGN.ID)
				.fetchSingle(CAMPAIGN.ID);
			for (Viewer worker : workers) {
				worksOn(campaign, worker);
			}
			return campaign;
		});
	}

	/** Lets a person work on a campaign. */
	public void worksOn(UUID campaign, Viewer worker) {
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(CAMPAIGN_ACCOUNT)
					.set(CAMPAIGN_ACCOUNT.CAMPAIGN_ID, campaign)
					.set(CAMPAIGN_ACCOUNT.ACCOUNT_ID, worker.id())
					.execute());
	}

	/** Shows the campaign's actions to a partner group. */
	public void shareActions(UUID campaign, Viewer partner) {
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(CAMPAIGN_SHARE)
					.set(CAMPAIGN_SHARE.CAMPAIGN_ID, campaign)
					.set(CAMPAIGN_SHARE.GROUP_ID, partner.group())
					.set(CAMPAIGN_SHARE.ACTIONS, true)
					.execute());
	}

	public static String id(String prefix, UUID id) {
		return new NodeId(prefix, id).toString();
	}

}
