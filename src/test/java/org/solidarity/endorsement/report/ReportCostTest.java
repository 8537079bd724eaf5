package org.solidarity.endorsement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.solidarity.endorsement.Moment;
import org.solidarity.platform.Viewer;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The statements of a report of a whole {@link Movement}: how many there are, and that no
 * step of their plans reads more than a few times what there is. It is recorded as the
 * owner and undone, since only the owner can have the planner told how much there is.
 */
@ApiTest
class ReportCostTest {

	private static final List<Shown.Key> KEY = List.of(new Shown.Key(Movement.CAMPAIGN_ID, Movement.DAY));

	@Autowired
	LiquibaseConnectionDetails owner;

	@Test
	void noStepOfAReportReadsMuchMoreThanThereIs() throws SQLException {
		var source = new PGSimpleDataSource();
		source.setUrl(this.owner.getJdbcUrl());
		source.setUser(this.owner.getUsername());
		source.setPassword(this.owner.getPassword());
		try (var connection = source.getConnection()) {
			connection.setAutoCommit(false);
			DSL.using(connection, SQLDialect.POSTGRES).fetch("select set_config('crm.role', 'SYSTEM', true)");
			Movement.record(DSL.using(connection, SQLDialect.POSTGRES));
			DSL.using(connection, SQLDialect.POSTGRES)
				.execute("analyze body, body_relation, body_member_count, proceeding, stage_event, campaign_target");
			var statements = new Sent(connection);
			var cells = new ReportRepository(statements.sql).cells(Viewer.SYSTEM, KEY, Moment.EVER)
				.get(Movement.CAMPAIGN_ID);
			var represented = MembersRepresented.of(cells);
			assertThat(represented.bodiesCounted() + represented.bodiesCovered() + represented.bodiesLeftOut()
					+ represented.bodiesWithoutCount())
				.isEqualTo(Movement.ENDORSEMENTS);
			assertThat(represented.bodiesCovered()).isPositive();
			var targets = new ReportRepository(statements.sql).targets(Viewer.SYSTEM, KEY, Moment.EVER);
			assertThat(targets.get(Movement.CAMPAIGN_ID).targets()).isEqualTo(4_000);
			assertThat(statements.texts).as("statements of a report").hasSize(2);
			for (String text : List.copyOf(statements.texts)) {
				check(plan(connection, text), text);
			}
			check(plan(connection, ofTheRule(connection)), "the rule itself");
			connection.rollback();
		}
	}

	/**
	 * What the function does, which the plan of a statement that calls it does not show.
	 */
	private static String ofTheRule(Connection connection) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute("set local enable_nestloop = off");
			var source = statement.executeQuery("select prosrc from pg_proc where proname = 'endorsers_at'");
			source.next();
			return "select rule.* from (select array(select body_id from proceeding where campaign_id = '"
					+ Movement.CAMPAIGN_ID + "') as bodies, date '" + Movement.DAY
					+ "' as as_of, timestamptz 'infinity' as known_at) given_to cross join lateral ("
					+ source.getString(1) + ") rule";
		}
	}

	private static JsonNode plan(Connection connection, String text) throws SQLException {
		try (var statement = connection.createStatement();
				var answer = statement.executeQuery("explain (analyze, format json) " + text)) {
			answer.next();
			return new JsonMapper().readTree(answer.getString(1)).get(0);
		}
	}

	private static void check(JsonNode plan, String text) {
		List<String> degenerate = new ArrayList<>();
		walk(plan.get("Plan"), degenerate);
		assertThat(degenerate).as("%s", text).isEmpty();
		System.out.println("report at " + Movement.BODIES + " bodies: " + plan.get("Execution Time") + " ms");
	}

	/**
	 * What a step reads is the rows that it gives and those that it leaves out. The
	 * relations are read once a level; each with each would be a hundred million.
	 */
	private static void walk(JsonNode node, List<String> degenerate) {
		double read = node.get("Actual Loops").asDouble()
				* (node.get("Actual Rows").asDouble() + node.path("Rows Removed by Filter").asDouble(0)
						+ node.path("Rows Removed by Join Filter").asDouble(0));
		if (read > 25.0 * Movement.BODIES) {
			degenerate.add(node.get("Node Type").asString() + " on " + node.path("Relation Name").asString() + " reads "
					+ (long) read + " rows");
		}
		node.path("Plans").forEach(below -> walk(below, degenerate));
	}

	/** Sends statements over a connection and keeps them. */
	private static final class Sent {

		final List<String> texts = new ArrayList<>();

		final DSLContext sql;

		Sent(Connection connection) {
			var configuration = new DefaultConfiguration().set(connection)
				.set(SQLDialect.POSTGRES)
				.set(new Settings().withStatementType(StatementType.STATIC_STATEMENT))
				.set(ExecuteListener.onExecuteStart((ExecuteContext context) -> this.texts.add(context.sql())));
			this.sql = DSL.using(configuration);
		}

	}

}
