package org.solidarity.endorsement.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.solidarity.endorsement.Moment;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;

/**
 * Statements and times of the report of a whole {@link Movement}, asked one after the
 * other, beside SQL sent by hand over one connection. Run it by
 * {@code mvn test -Dtest=ReportBenchmark -Dbenchmark=true}.
 */
@ApiTest
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class ReportBenchmark {

	private static final int ROUNDS = Integer.getInteger("rounds", 100);

	private static final List<Shown.Key> KEY = List.of(new Shown.Key(Movement.CAMPAIGN_ID, Movement.DAY));

	private static final String CAMPAIGN = "{ endorsementReport(campaignId: \""
			+ new org.solidarity.platform.NodeId("cam", Movement.CAMPAIGN_ID) + "\", asOf: \"" + Movement.DAY
			+ "\") { ";

	private static final String BY_HAND = """
			select representation, count(*), sum(members), min(observed_on)
			from endorsers_at((select array_agg(distinct body_id) from endorsements_at(?, ?, 'infinity')), ?, 'infinity')
			group by representation""";

	@Autowired
	LiquibaseConnectionDetails owner;

	@Autowired
	ReportRepository reports;

	@Autowired
	Transactions transactions;

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Statements statements;

	@Test
	void statementsAndTimes() throws Exception {
		var source = new PGSimpleDataSource();
		source.setUrl(this.owner.getJdbcUrl());
		source.setUser(this.owner.getUsername());
		source.setPassword(this.owner.getPassword());
		try (var connection = source.getConnection()) {
			record(connection);
			var auditor = this.viewers.auditor();
			Map<String, Callable<?>> works = new LinkedHashMap<>();
			works.put("members represented, by hand", () -> byHand(connection));
			works.put("members represented, repository", () -> this.transactions.read(Viewer.SYSTEM,
					() -> this.reports.cells(Viewer.SYSTEM, KEY, Moment.EVER)));
			works.put("report, API", () -> this.api.ask(auditor, CAMPAIGN
					+ "bodies byKind { kind bodies } byRegion { region bodies } membersRepresented { members bodiesWithoutCount rawSum oldestObservation } targets { targets percent strength { percent } } pressLine spanish: pressLine(language: \"es\") } }"));
			works.put("list of 50 with representation, API", () -> this.api.ask(auditor, CAMPAIGN
					+ "endorsements(first: 50) { totalCount nodes { body { name } effectiveOn ordinal { number } representation { how coveredBy { name } count { members } } } } } }"));
			measure(works);
			for (String name : List.of("report, API", "list of 50 with representation, API")) {
				System.out.println(name + ": " + this.statements.during(() -> call(works.get(name))) + " statements");
			}
		}
	}

	private static void record(Connection connection) throws SQLException {
		connection.setAutoCommit(false);
		var sql = DSL.using(connection, SQLDialect.POSTGRES);
		sql.fetch("select set_config('crm.role', 'SYSTEM', false)");
		Movement.record(sql);
		connection.commit();
		sql.execute("analyze");
		connection.commit();
	}

	private static int byHand(Connection connection) throws SQLException {
		try (var statement = connection.prepareStatement(BY_HAND)) {
			statement.setObject(1, Movement.CAMPAIGN_ID);
			statement.setObject(2, Movement.DAY);
			statement.setObject(3, Movement.DAY);
			int rows = 0;
			for (var answer = statement.executeQuery(); answer.next();) {
				rows++;
			}
			connection.commit();
			return rows;
		}
	}

	/** One after the other, in turns; the first ten rounds are to get warm. */
	private static void measure(Map<String, Callable<?>> works) {
		Map<String, List<Long>> times = new LinkedHashMap<>();
		for (int round = -10; round < ROUNDS; round++) {
			for (var work : works.entrySet()) {
				long start = System.nanoTime();
				call(work.getValue());
				if (round >= 0) {
					times.computeIfAbsent(work.getKey(), none -> new ArrayList<>()).add(System.nanoTime() - start);
				}
			}
		}
		times.forEach((name, nanos) -> {
			long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
			Arrays.sort(sorted);
			System.out.printf("%-40s p50 %7.1f ms   p99 %7.1f ms%n", name, sorted[sorted.length / 2] / 1e6,
					sorted[sorted.length * 99 / 100] / 1e6);
		});
	}

	private static Object call(Callable<?> work) {
		try {
			return work.call();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
