package org.solidarity.demo;

import static org.solidarity.platform.jooq.Tables.ACCOUNT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Loads the demo into a database that nobody uses yet: all of it, or none where it is
 * interrupted.
 */
@Component
class Demo {

	private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

	private final Path folder;

	private final DSLContext sql;

	private final Transactions transactions;

	private final DemoBodies bodies;

	private final DemoCampaigns campaigns;

	private final DemoProceedings proceedings;

	private final DemoActions actions;

	private final DemoPledges pledges;

	private final DemoMembers members;

	private final DemoAccounts accounts;

	private final DemoOutreach outreach;

	Demo(@Value("${crm.data-folder}") Path folder, DSLContext sql, Transactions transactions, DemoBodies bodies,
			DemoCampaigns campaigns, DemoProceedings proceedings, DemoActions actions, DemoPledges pledges,
			DemoMembers members, DemoAccounts accounts, DemoOutreach outreach) {
		this.folder = folder;
		this.sql = sql;
		this.transactions = transactions;
		this.bodies = bodies;
		this.campaigns = campaigns;
		this.proceedings = proceedings;
		this.actions = actions;
		this.pledges = pledges;
		this.members = members;
		this.accounts = accounts;
		this.outreach = outreach;
	}

	void loadOnce() {
		this.transactions.write(Viewer.SYSTEM, () -> {
			if (!this.sql.fetchExists(ACCOUNT)) {
				load();
			}
			return null;
		});
	}

	/**
	 * The credentials are on disk before they are in the database: a crash between the
	 * two loads again.
	 */
	private void load() {
		LOG.info("loading the demo");
		var known = this.bodies.load();
		var ids = this.campaigns.load();
		this.campaigns.endorsements(ids, known.bodies());
		this.proceedings.load(ids, known);
		var actionIds = this.actions.load(ids, known.bodies());
		this.pledges.load(ids, known.bodies(), actionIds);
		this.members.load(known.bodies());
		var accounts = this.accounts.load(ids, known.bodies());
		this.outreach.load(ids, known.bodies(), accounts.people());
		try {
			accounts.credentials().write(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
