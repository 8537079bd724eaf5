package org.solidarity.support;

import static org.solidarity.platform.jooq.Tables.CAMPAIGN_ACCOUNT;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_SHARE;

import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Component;

/** Bodies and campaigns to try things on, and grants of them. */
@Component
public class Campaigning {

	private final Api api;

	private final DSLContext sql;

	private final Transactions transactions;

	Campaigning(Api api, DSLContext sql, Transactions transactions) {
		this.api = api;
		this.sql = sql;
		this.transactions = transactions;
	}

	public String campaign(Viewer staff) {
		return campaign(staff, "Some campaign");
	}

	public String campaign(Viewer staff, String name) {
		return this.api
			.ask(staff,
					"""
							mutation ($name: String!) { createCampaign(input: {name: $name, currency: "USD", timeZone: "America/Chicago"}) {
							  campaign { id } } }""",
					"name", name)
			.text("/createCampaign/campaign/id");
	}

	public String body(Viewer staff, String kind, String name, String region, String visibility) {
		return this.api
			.ask(staff,
					"""
							mutation ($kind: BodyKind!, $name: String!, $region: String, $visibility: Visibility) {
							  createBody(input: {kind: $kind, name: $name, country: "US", region: $region, visibility: $visibility}) {
							    body { id } errors { message } } }""",
					"kind", kind, "name", name, "region", region, "visibility", visibility)
			.text("/createBody/body/id");
	}

	public String local(Viewer staff, String name) {
		return body(staff, "LOCAL_UNION", name, "US-NY", "PARTNER");
	}

	public void assign(String campaign, Viewer person) {
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(CAMPAIGN_ACCOUNT)
					.set(CAMPAIGN_ACCOUNT.CAMPAIGN_ID, uuid(campaign))
					.set(CAMPAIGN_ACCOUNT.ACCOUNT_ID, person.id())
					.execute());
	}

	public void shareEndorsements(String campaign, Viewer partner) {
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(CAMPAIGN_SHARE)
					.set(CAMPAIGN_SHARE.CAMPAIGN_ID, uuid(campaign))
					.set(CAMPAIGN_SHARE.GROUP_ID, partner.group())
					.set(CAMPAIGN_SHARE.ENDORSEMENTS, true)
					.execute());
	}

	public static UUID uuid(String id) {
		return NodeId.valueOf(id).uuid();
	}

}
