package org.solidarity.endorsement.pipeline;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.solidarity.endorsement.EndorsementFixture;
import org.solidarity.endorsement.EndorsementFixture.Scene;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;

/**
 * The pipeline of a campaign that asks 25,000 generated bodies, through the whole API.
 * Run it by {@code mvn test -Dtest=PipelineBenchmark -Dbenchmark=true}; with
 * {@code -Dbodies=5000} for another size.
 */
@ApiTest
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class PipelineBenchmark {

	private static final int ROUNDS = 25;

	private static final String BODIES = """
			insert into body (id, kind, name, country, region)
			select md5(? || i)::uuid, (case when i <= 50 then 'STATE_FEDERATION' when i <= 600 then 'CENTRAL_LABOR_COUNCIL'
			  when i <= 700 then 'INTERMEDIATE_BODY' else 'LOCAL_UNION' end)::body_kind, 'Body ' || i, 'US', 'US-' || chr(65 + i % 25) || chr(65 + i % 2)
			from generate_series(1, ?) i""";

	private static final String RELATIONS = """
			insert into body_relation (from_id, type, to_id)
			select md5(? || i)::uuid, 'CHARTERED_BY', md5(? || 601 + i % 100)::uuid from generate_series(701, ?) i""";

	private static final String MEETINGS = """
			insert into body_meeting (body_id, kind, date, resolution_deadline)
			select md5(? || i)::uuid, 'MEMBERSHIP', current_date + i % 300 + n * 30, current_date + i % 300 + n * 30 - 20
			from generate_series(1, ?) i, generate_series(0, 1) n""";

	private static final String TARGETS = """
			insert into campaign_target (campaign_id, body_id, priority, owner_id, follow_up_on)
			select ?, md5(? || i)::uuid, 1 + i % 5, case when i % 3 = 0 then ?::uuid end,
			  case when i % 4 = 0 then current_date - 100 + i % 200 end
			from generate_series(1, ?) i""";

	private static final String PROCEEDINGS = """
			insert into proceeding (id, campaign_id, body_id, stage, stage_since, evidence)
			select md5(?::text || i)::uuid, ?, md5(? || i)::uuid, (case when i % 8 = 1 then 'ADOPTED' else 'INTRODUCED' end)::stage,
			  current_date - 300 + i % 200, 'CONFIRMED'
			from generate_series(?::int, ?::int) i where i % 5 > 0""";

	@Autowired
	EndorsementFixture fixture;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	Statements statements;

	@Autowired
	LiquibaseConnectionDetails owner;

	@Test
	void thePipelineOf25000Bodies() throws SQLException {
		Scene scene = this.fixture.scene();
		int bodies = Integer.getInteger("bodies", 25_000);
		generate(scene, bodies);
		questions().forEach((name, field) -> {
			String document = "query ($c: ID!) { node(id: $c) { ... on Campaign { " + field + " } } }";
			scene.ask(document).at("/node");
			int sent = this.statements.during(() -> scene.ask(document));
			long[] took = LongStream.range(0, ROUNDS).map(round -> {
				long start = System.nanoTime();
				scene.ask(document);
				return System.nanoTime() - start;
			}).sorted().toArray();
			System.out.printf("%-28s p50 %.1f ms, worst %.1f ms, %d statements%n", name, took[ROUNDS / 2] / 1e6,
					took[ROUNDS - 1] / 1e6, sent);
		});
	}

	private static Map<String, String> questions() {
		Map<String, String> questions = new LinkedHashMap<>();
		String row = " { nodes { target { body { name } owner { name } } proceeding { stage } } }";
		questions.put("first page", "pipeline" + row);
		questions.put("by stage", "pipeline(filter: {stage: {eq: INTRODUCED}}, orderBy: {field: STAGE_SINCE})" + row);
		questions.put("no proceeding", "pipeline(filter: {hasProceeding: false})" + row);
		questions.put("overdue", "pipeline(filter: {overdue: true}, orderBy: {field: FOLLOW_UP_ON})" + row);
		questions.put("coming",
				"pipeline(filter: {comingWithin: 30, submitted: false}, orderBy: {field: COMING_ON})" + row);
		questions.put("gaps", "pipeline(filter: {gap: true})" + row);
		questions.put("covered", "pipeline(filter: {covered: true})" + row);
		questions.put("stalled", "pipeline(filter: {stalledFor: 90}, orderBy: {field: STAGE_SINCE})" + row);
		questions.put("totals",
				"pipelineTotals { all { targets endorsing covered overdue coming gaps stalled } byStage { targets } byOwner { owner { name } } }");
		return questions;
	}

	/**
	 * Proceedings with the stage that their events would give them; lists do not ask for
	 * the events.
	 */
	private void generate(Scene scene, int bodies) throws SQLException {
		var campaign = Campaigning.uuid(scene.campaign());
		String seed = campaign.toString();
		this.transactions.write(Viewer.SYSTEM, () -> {
			this.sql.execute("set local statement_timeout = 0");
			this.sql.execute(BODIES, seed, bodies);
			this.sql.execute(RELATIONS, seed, seed, bodies);
			this.sql.execute(MEETINGS, seed, bodies);
			return this.sql.execute(TARGETS, campaign, seed, scene.staff().id(), bodies);
		});
		for (int from = 1; from <= bodies; from += 1000) {
			int first = from;
			this.transactions.write(Viewer.SYSTEM,
					() -> this.sql.execute(PROCEEDINGS, seed, campaign, seed, first, first + 999));
		}
		try (var connection = DriverManager.getConnection(this.owner.getJdbcUrl(), this.owner.getUsername(),
				this.owner.getPassword()); var statement = connection.createStatement()) {
			statement.execute("analyze");
		}
	}

}
