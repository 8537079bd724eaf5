package org.solidarity.pledge;

import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_RELATION;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_ACCOUNT;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_SHARE;
import static org.solidarity.platform.jooq.Tables.PERSON;

import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.campaign.Campaign;
import org.solidarity.organization.Body;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.platform.jooq.enums.Visibility;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.Some;
import org.springframework.stereotype.Component;

/** Campaigns, bodies and pledges to test with; each call makes a new one. */
@Component
public class PledgeFixture {

	public static final String AMOUNTS = "unit currency pledged delivered overpaid cancelled writtenOff outstanding overdue proposed conditional";

	private static final String RECORD = """
			mutation ($in: RecordPledgeInput!) { recordPledge(input: $in) { pledge { id } errors { code path message } } }""";

	private final DSLContext sql;

	private final Transactions transactions;

	private final Api api;

	PledgeFixture(DSLContext sql, Transactions transactions, Api api) {
		this.sql = sql;
		this.transactions = transactions;
		this.api = api;
	}

	/** An active campaign on which these people work, in New York's time zone. */
	public UUID campaign(Viewer... workers) {
		return this.transactions.write(Viewer.SYSTEM, () -> {
			UUID id = this.sql.insertInto(CAMPAIGN)
				.set(CAMPAIGN.NAME, "Pledges " + UUID.randomUUID())
				.set(CAMPAIGN.CURRENCY, "USD")
				.set(CAMPAIGN.TIME_ZONE, "America/New_York")
				.returning(CAMPAIGN.ID)
				.fetchSingle(CAMPAIGN.ID);
			for (Viewer worker : workers) {
				work(worker, id);
			}
			return id;
		});
	}

	/**
	 * Lets the viewer work on the campaign, or shows it to the viewer's partner group.
	 */
	public void assign(Viewer worker, UUID campaign) {
		this.transactions.write(Viewer.SYSTEM, () -> {
			work(worker, campaign);
			return null;
		});
	}

	private void work(Viewer worker, UUID campaign) {
		if (worker.group() == null) {
			this.sql.insertInto(CAMPAIGN_ACCOUNT)
				.set(CAMPAIGN_ACCOUNT.CAMPAIGN_ID, campaign)
				.set(CAMPAIGN_ACCOUNT.ACCOUNT_ID, worker.id())
				.execute();
		}
		else {
			share(worker, campaign, false);
		}
	}

	/** Shows a campaign to a partner group, its totals too or not. */
	public void share(Viewer partner, UUID campaign, boolean totals) {
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(CAMPAIGN_SHARE)
					.set(CAMPAIGN_SHARE.CAMPAIGN_ID, campaign)
					.set(CAMPAIGN_SHARE.GROUP_ID, partner.group())
					.set(CAMPAIGN_SHARE.PLEDGE_TOTALS, totals)
					.execute());
	}

	public UUID body() {
		return body(Visibility.INTERNAL, null);
	}

	public UUID body(Visibility visibility, String region) {
		return this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(BODY)
					.set(BODY.KIND, BodyKind.LOCAL_UNION)
					.set(BODY.NAME, "Demo Local " + UUID.randomUUID())
					.set(BODY.VISIBILITY, visibility)
					.set(BODY.COUNTRY, region == null ? null : region.substring(0, 2))
					.set(BODY.REGION, region)
					.returning(BODY.ID)
					.fetchSingle(BODY.ID));
	}

	/** A body chartered by this one. */
	public UUID local(UUID parent) {
		UUID body = body();
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(BODY_RELATION)
					.set(BODY_RELATION.FROM_ID, body)
					.set(BODY_RELATION.TYPE, RelationType.CHARTERED_BY)
					.set(BODY_RELATION.TO_ID, parent)
					.execute());
		return body;
	}

	/** A member known to this body. */
	public String member(UUID controller) {
		return Some.id("mem",
				this.transactions.write(Viewer.SYSTEM,
						() -> this.sql.insertInto(PERSON)
							.set(PERSON.CONTROLLER_ID, controller)
							.set(PERSON.GIVEN_NAME, "Someone")
							.returning(PERSON.ID)
							.fetchSingle(PERSON.ID)));
	}

	/**
	 * Records a pledge of dollars, confirmed and made on 2025-01-01; more of its input as
	 * GraphQL names and values in turn.
	 */
	public String pledge(Viewer viewer, UUID campaign, UUID body, String amount, Object... more) {
		return record(viewer, campaign, body, amount, more).text("/recordPledge/pledge/id");
	}

	public Answer record(Viewer viewer, UUID campaign, UUID body, String amount, Object... more) {
		var input = new java.util.HashMap<String, Object>(java.util.Map.of("idempotencyKey",
				UUID.randomUUID().toString(), "campaignId", campaignId(campaign), "bodyId", bodyId(body), "type",
				"MONEY", "amount", amount, "currency", "USD", "pledgedOn", "2025-01-01", "confirmedOn", "2025-01-01"));
		for (int i = 0; i < more.length; i += 2) {
			input.put((String) more[i], more[i + 1]);
		}
		return this.api.ask(viewer, RECORD, "in", input);
	}

	/**
	 * Sends one of the mutations that add to a pledge's ledger; its input as GraphQL
	 * names and values in turn.
	 */
	public Answer act(Viewer viewer, String mutation, Object... named) {
		var input = new java.util.HashMap<String, Object>(
				java.util.Map.of("idempotencyKey", UUID.randomUUID().toString()));
		for (int i = 0; i < named.length; i += 2) {
			input.put((String) named[i], named[i + 1]);
		}
		String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
		return this.api.ask(viewer, "mutation ($in: " + type + "!) { " + mutation
				+ "(input: $in) { pledge { id } errors { code path message } } }", "in", input);
	}

	/** The latest row of a kind in the ledger of a pledge. */
	public String entry(Viewer viewer, String pledge, String kind) {
		var rows = this.api
			.ask(viewer,
					"query ($id: ID!) { node(id: $id) { ... on Pledge { ledger(first: 100) { nodes { id kind } } } } }",
					"id", pledge)
			.at("/node/ledger/nodes");
		String found = null;
		for (var row : rows) {
			found = row.get("kind").asString().equals(kind) ? row.get("id").asString() : found;
		}
		return found;
	}

	public static String campaignId(UUID id) {
		return new NodeId(Campaign.PREFIX, id).toString();
	}

	public static String bodyId(UUID id) {
		return new NodeId(Body.PREFIX, id).toString();
	}

}
