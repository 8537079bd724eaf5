package org.solidarity.exchange;

import static org.solidarity.exchange.Imports.report;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN;
import static org.solidarity.platform.jooq.Tables.CAMPAIGN_TARGET;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;
import static org.solidarity.platform.jooq.Tables.STAGE_EVENT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Campaigning;
import org.springframework.stereotype.Component;

/** Takes in files, and tells what the command says and reports, and what is recorded. */
@Component
class Imports {

	private final Importer importer;

	private final Transactions transactions;

	private final DSLContext sql;

	Imports(Importer importer, Transactions transactions, DSLContext sql) {
		this.importer = importer;
		this.transactions = transactions;
		this.sql = sql;
	}

	String run(Path file, String mapping) {
		return run(file, mapping, null);
	}

	/** What is printed, with each run of spaces as one. */
	String run(Path file, String mapping, @Nullable LocalDate asOf) {
		var out = new ArrayList<String>();
		this.importer.run(new ImportRequest(file, mapping, null, asOf), out::add);
		return String.join("\n", out).replaceAll(" +", " ");
	}

	/**
	 * The acts on a campaign: body without the mark of its name, where it is, what it did
	 * when, and who says so.
	 */
	List<String> acts(String campaign, String mark) {
		var told = List.<Field<?>>of(BODY.NAME, BODY.KIND, BODY.COUNTRY, BODY.REGION, BODY.CITY, STAGE_EVENT.STAGE,
				STAGE_EVENT.HAPPENED_ON, STAGE_EVENT.DATE_PRECISION, STAGE_EVENT.EFFECTIVE_ON,
				STAGE_EVENT.DECISION_BODY, STAGE_EVENT.SOURCE_NAME, STAGE_EVENT.SOURCE_URL, STAGE_EVENT.REASON);
		return this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.select(told)
					.from(STAGE_EVENT)
					.join(PROCEEDING)
					.on(PROCEEDING.ID.eq(STAGE_EVENT.PROCEEDING_ID))
					.join(BODY)
					.on(BODY.ID.eq(PROCEEDING.BODY_ID))
					.where(PROCEEDING.CAMPAIGN_ID.eq(Campaigning.uuid(campaign)))
					.orderBy(BODY.NAME)
					.fetch(row -> row.intoStream()
						.map(value -> value == null ? "-" : value.toString())
						.collect(Collectors.joining(" "))
						.replace(mark + " ", "")));
	}

	/** The id of the one campaign of this name. */
	String campaign(String name) {
		return this.transactions.read(Viewer.SYSTEM, () -> new NodeId(Campaign.PREFIX,
				this.sql.select(CAMPAIGN.ID).from(CAMPAIGN).where(CAMPAIGN.NAME.eq(name)).fetchSingle(CAMPAIGN.ID))
			.toString());
	}

	/** Those that are, and those that were. */
	int targets(String campaign) {
		return this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.fetchCount(CAMPAIGN_TARGET, CAMPAIGN_TARGET.CAMPAIGN_ID.eq(Campaigning.uuid(campaign))));
	}

	static List<String> report(Path file) throws IOException {
		return Files.readAllLines(Path.of(file + ".report.csv"));
	}

}
