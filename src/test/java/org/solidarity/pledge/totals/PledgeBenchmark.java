package org.solidarity.pledge.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.PLEDGE;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;

/**
 * What sums over many pledges cost, beside the same SQL by hand, and what recording in
 * one campaign costs beside recording in eight. Run it by {@code mvn test
 * -Dtest=PledgeBenchmark -Dbenchmark=true}; with {@code -Dpledges=1500000},
 * {@code -Dbodies=150} and {@code -Dseconds=10} for other sizes.
 */
@ApiTest
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class PledgeBenchmark {

	private static final int WRITERS = 8;

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	PledgeFixture fixture;

	@Autowired
	Statements statements;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	@Autowired
	LiquibaseConnectionDetails owner;

	@Autowired
	JdbcConnectionDetails database;

	@Test
	void sumsOverManyPledgesAndRecordingInOneCampaign() throws Exception {
		int pledges = Integer.getInteger("pledges", 150_000);
		Viewer staff = this.viewers.staff();
		UUID campaign = this.fixture.campaign(staff);
		long start = System.nanoTime();
		new GeneratedPledges(this.owner).make(campaign, pledges, Integer.getInteger("bodies", 150));
		System.out.printf("%,d pledges made in %,d s%n", pledges,
				Duration.ofNanos(System.nanoTime() - start).toSeconds());
		String id = PledgeFixture.campaignId(campaign);
		measure(staff, id, "campaign today, and each body", "pledgeTotals { pledges amounts { pledged delivered"
				+ " outstanding overdue } } each: pledgeTotals(groupBy: BODY) { body { id } pledges amounts { pledged delivered outstanding overdue } }");
		measure(staff, id, "campaign today",
				"pledgeTotals { pledges amounts { pledged delivered outstanding overdue } }");
		measure(staff, id, "by month and purpose",
				"pledgeTotals(groupBy: [MONTH, PURPOSE]) { month purpose amounts { pledged } }");
		measure(staff, id, "by region", "pledgeTotals(groupBy: REGION) { region amounts { pledged } }");
		measure(staff, id, "cash of two years",
				"pledgeCash(from: \"2024-01-01\", until: \"2027-01-01\") { month came { amount } }");
		for (int days : new int[] { 30, 365, 700 }) {
			String day = "(asOf: \"" + LocalDate.now().minusDays(days) + "\"";
			measure(staff, id, days + " days ago, campaign and each body",
					"pledgeTotals" + day + ") { amounts { pledged } } each: pledgeTotals" + day
							+ ", groupBy: BODY) { body { id } amounts { pledged } }");
		}
		byHand(campaign, "by hand, the kept sums of each body",
				"""
						select body_id, type, currency, sum(pledges), sum(pledged), sum(delivered), sum(overdue) from crm.pledge_sum
						where campaign_id = ? and grain = 'BODY' and span = 'EVER' group by 1, 2, 3""");
		byHand(campaign, "by hand, from the ledger, pledged and delivered alone",
				"""
						select p.body_id, p.type, p.currency, count(*), sum(e.amount) filter (where e.kind in ('ORIGINAL', 'AMENDMENT')),
						  sum(e.amount) filter (where e.kind = 'FULFILMENT')
						from crm.pledge p join crm.pledge_entry e on e.pledge_id = p.id
						where p.campaign_id = ? and p.confirmed_on is not null and e.effective_on <= current_date group by 1, 2, 3""");
		recording();
		System.out.printf("load average %.1f on %d processors%n",
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
				Runtime.getRuntime().availableProcessors());
		assertThat(this.transactions.<Integer>read(Viewer.SYSTEM,
				() -> this.sql.fetchCount(PLEDGE, PLEDGE.CAMPAIGN_ID.eq(campaign))))
			.isEqualTo(pledges);
	}

	private void measure(Viewer viewer, String campaign, String name, String fields) {
		String query = "query ($id: ID!) { node(id: $id) { ... on Campaign { " + fields + " } } }";
		int sent = this.statements.during(() -> this.api.ask(viewer, query, "id", campaign).at("/node"));
		print(name + ", " + sent + " statements",
				repeat(() -> this.api.ask(viewer, query, "id", campaign).at("/node")));
	}

	private void byHand(UUID campaign, String name, String query) throws Exception {
		try (Connection connection = DriverManager.getConnection(this.database.getJdbcUrl(),
				this.database.getUsername(), this.database.getPassword()); var setting = connection.createStatement()) {
			setting.execute("select set_config('crm.role', 'SYSTEM', false)");
			try (var statement = connection.prepareStatement(query)) {
				statement.setObject(1, campaign);
				print(name, repeat(() -> {
					try (var rows = statement.executeQuery()) {
						return rows.next();
					}
				}));
			}
		}
	}

	private static List<Double> repeat(Callable<?> work) {
		List<Double> millis = new ArrayList<>();
		long end = System.nanoTime() + Duration.ofSeconds(Integer.getInteger("seconds", 4)).toNanos();
		try {
			for (int i = 0; i < 5; i++) {
				work.call();
			}
			while (System.nanoTime() < end || millis.size() < 5) {
				long start = System.nanoTime();
				work.call();
				millis.add((System.nanoTime() - start) / 1e6);
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return millis.stream().sorted().toList();
	}

	private static void print(String name, List<Double> millis) {
		System.out.printf("%-70s p50 %8.1f ms, p99 %8.1f ms, %d times%n", name, millis.get(millis.size() / 2),
				millis.get(millis.size() * 99 / 100), millis.size());
	}

	/** Alternating, so that both see the same machine; sums are folded meanwhile. */
	private void recording() throws Exception {
		double[] one = new double[3];
		double[] eight = new double[3];
		for (int round = 0; round < one.length; round++) {
			eight[round] = perSecond(WRITERS);
			one[round] = perSecond(1);
		}
		Arrays.sort(one);
		Arrays.sort(eight);
		System.out.printf("%d writers: in one campaign %.0f pledges/s, in eight %.0f, ratio %.2f%n", WRITERS, one[1],
				eight[1], one[1] / eight[1]);
	}

	private double perSecond(int campaigns) throws Exception {
		Viewer staff = this.viewers.staff();
		List<UUID> all = IntStream.range(0, campaigns).mapToObj(i -> this.fixture.campaign(staff)).toList();
		List<UUID> bodies = IntStream.range(0, WRITERS).mapToObj(i -> this.fixture.body()).toList();
		long end = System.nanoTime() + Duration.ofSeconds(Integer.getInteger("seconds", 4)).toNanos();
		long start = System.nanoTime();
		int recorded = 0;
		try (var threads = Executors.newFixedThreadPool(WRITERS + 1)) {
			var folding = threads.submit(() -> {
				while (System.nanoTime() < end) {
					this.transactions.write(Viewer.SYSTEM,
							() -> Routines.foldPledgeDeltas(this.sql.configuration(), 5000, LocalDate.now()));
					Thread.sleep(1000);
				}
				return 0;
			});
			List<Callable<Integer>> writers = IntStream.range(0, WRITERS).<Callable<Integer>>mapToObj(i -> () -> {
				int mine = 0;
				while (System.nanoTime() < end) {
					this.fixture.pledge(staff, all.get(i % campaigns), bodies.get(i), "10");
					mine++;
				}
				return mine;
			}).toList();
			for (var writer : threads.invokeAll(writers)) {
				recorded += writer.get();
			}
			folding.get();
		}
		return recorded / ((System.nanoTime() - start) / 1e9);
	}

}
