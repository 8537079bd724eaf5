package org.solidarity.pledge.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.sum;
import static org.solidarity.platform.jooq.Tables.PLEDGE;
import static org.solidarity.platform.jooq.Tables.PLEDGE_ENTRY;
import static org.solidarity.platform.jooq.Tables.PLEDGE_SUMS;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;
import org.solidarity.platform.jooq.enums.PledgeGrain;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Sixteen record at once in one campaign, sums are folded meanwhile, and connections are
 * cut off in the midst of it: nothing is lost, nothing is doubled, and at every moment
 * the kept sums are what the ledger says.
 */
@ApiTest
class CrashTest {

	private static final int WRITERS = 16;

	private static final int ROUNDS = 3;

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	PledgeFixture fixture;

	@Autowired
	Recount recount;

	@Autowired
	Folding folding;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	@Autowired
	JdbcConnectionDetails database;

	Viewer staff;

	UUID campaign;

	UUID body;

	final AtomicBoolean done = new AtomicBoolean();

	final AtomicInteger retries = new AtomicInteger();

	@BeforeEach
	void aCampaign() {
		this.staff = this.viewers.staff();
		this.campaign = this.fixture.campaign(this.staff);
		this.body = this.fixture.body();
	}

	@Test
	void sixteenWritersAtOnceLeaveSumsThatAreExactThroughout() throws Exception {
		run(false);
		assertThat(this.retries).hasValue(0);
	}

	@Test
	void connectionsThatAreCutOffLoseAndDoubleNothing() throws Exception {
		var loud = Stream.of(Logger.ROOT_LOGGER_NAME, "org.solidarity")
			.map(name -> (Logger) LoggerFactory.getLogger(name))
			.toList();
		var levels = loud.stream().map(Logger::getLevel).toList();
		loud.forEach(logger -> logger.setLevel(Level.OFF));
		try {
			run(true);
		}
		finally {
			for (int i = 0; i < loud.size(); i++) {
				loud.get(i).setLevel(levels.get(i));
			}
		}
		assertThat(this.retries.get()).as("retries after a connection was cut off").isPositive();
	}

	private void run(boolean cutting) throws Exception {
		// Soon overpaid, and overdue before: what one act changes depends on all before
		// it.
		String shared = this.fixture.pledge(this.staff, this.campaign, this.body, "60", "dueDates",
				List.of("2025-03-01", "2025-04-03", "2025-04-06"));
		long seed = new Random().nextLong();
		try (var threads = Executors.newFixedThreadPool(WRITERS + 3)) {
			List<Callable<Integer>> writers = new ArrayList<>();
			for (int i = 0; i < WRITERS; i++) {
				var random = new Random(seed + i);
				writers.add(() -> write(shared, random));
			}
			var reading = threads.submit(this::compare);
			var folding = threads.submit(this::fold);
			var cut = threads.submit(() -> cutting ? cut(new Random(seed)) : 0);
			try {
				for (var writer : threads.invokeAll(writers)) {
					writer.get();
				}
			}
			finally {
				this.done.set(true);
			}
			folding.get();
			cut.get();
			assertThat(reading.get()).as("comparisons, seed %s", seed).isPositive();
		}
		int acts = WRITERS * ROUNDS;
		assertThat(count(PledgeEntryKind.ORIGINAL)).as("pledges, seed %s", seed).isEqualTo(acts + 1);
		assertThat(count(PledgeEntryKind.FULFILMENT)).as("fulfilments, seed %s", seed).isEqualTo(3 * acts);
		assertThat(total(PLEDGE_ENTRY.KIND.eq(PledgeEntryKind.FULFILMENT)))
			.isEqualByComparingTo("" + acts * (1 + 2 + 1));
		assertThat(this.recount.differences(this.campaign)).as("seed %s", seed).isEmpty();
		this.folding.fold();
		assertThat(this.recount.differences(this.campaign)).as("seed %s", seed).isEmpty();
	}

	/**
	 * A pledge, one that counts toward the shared one, what came of it, and something
	 * that came of the shared one itself.
	 */
	private int write(String shared, Random random) {
		for (int i = 0; i < ROUNDS; i++) {
			String amount = "" + (5 + random.nextInt(9));
			String day = "2025-04-0" + (1 + random.nextInt(9));
			String pledge = untilItIsDone(
					key -> this.fixture.record(this.staff, this.campaign, this.body, amount, "idempotencyKey", key,
							"countsTowardId", shared, "dueDates", List.of("2025-03-01", "2025-06-01")),
					"/recordPledge/pledge/id");
			untilItIsDone(key -> this.fixture.act(this.staff, "recordFulfilment", "idempotencyKey", key, "pledgeId",
					pledge, "amount", "1", "effectiveOn", "2025-04-01"), "/recordFulfilment/pledge/id");
			untilItIsDone(key -> this.fixture.act(this.staff, "recordFulfilment", "idempotencyKey", key, "pledgeId",
					shared, "amount", "2", "effectiveOn", day), "/recordFulfilment/pledge/id");
		}
		return ROUNDS;
	}

	private interface Act {

		Answer with(String key);

	}

	/** As a phone does: the same key again, until the answer comes. */
	private String untilItIsDone(Act act, String answer) {
		String key = UUID.randomUUID().toString();
		for (int i = 0; i < 100; i++) {
			var id = act.with(key).body().at("/data" + answer);
			if (id.isString()) {
				return id.asString();
			}
			this.retries.incrementAndGet();
		}
		throw new AssertionError("not done in 100 tries");
	}

	/** Sums and ledger, from one snapshot each time. */
	private int compare() {
		int compared = 0;
		while (!this.done.get()) {
			try {
				this.transactions.read(Viewer.SYSTEM, () -> {
					var today = LocalDate.of(2026, 1, 1);
					assertThat(sums(null, today))
						.isEqualTo(sums(java.time.Instant.parse("2100-01-01T00:00:00Z"), today));
					return null;
				});
				assertThat(this.recount.differences(this.campaign)).isEmpty();
				compared++;
			}
			catch (org.springframework.dao.DataAccessException
					| org.springframework.transaction.TransactionException cutOff) {
				continue;
			}
		}
		return compared;
	}

	private List<String> sums(java.time.Instant known, LocalDate day) {
		var s = PLEDGE_SUMS(this.campaign, null, PledgeGrain.BODY, day, known);
		return this.sql.select(sum(s.PLEDGES), sum(s.PLEDGED), sum(s.DELIVERED), sum(s.OVERDUE), sum(s.CONDITIONAL))
			.from(s)
			.fetch(row -> Stream.of(row.intoArray())
				.map(number -> ((BigDecimal) number).setScale(3).toString())
				.toList()
				.toString());
	}

	private int fold() {
		while (!this.done.get()) {
			try {
				this.folding.fold();
			}
			catch (org.springframework.dao.DataAccessException
					| org.springframework.transaction.TransactionException cutOff) {
				continue;
			}
		}
		return 0;
	}

	/** Cuts off one connection of the application after another, whatever it is doing. */
	private int cut(Random random) throws SQLException, InterruptedException {
		int cut = 0;
		try (var connection = DriverManager.getConnection(this.database.getJdbcUrl(), this.database.getUsername(),
				this.database.getPassword()); var statement = connection.createStatement()) {
			while (!this.done.get()) {
				statement.execute("select pg_terminate_backend(pid) from (select pid from pg_stat_activity"
						+ " where usename = current_user and pid <> pg_backend_pid() and state <> 'idle'"
						+ " order by random() limit 1) busy");
				cut++;
				Thread.sleep(100 + random.nextInt(200));
			}
		}
		return cut;
	}

	private int count(PledgeEntryKind kind) {
		return this.transactions.read(Viewer.SYSTEM, () -> this.sql.fetchCount(PLEDGE_ENTRY,
				PLEDGE_ENTRY.CAMPAIGN_ID.eq(this.campaign), PLEDGE_ENTRY.KIND.eq(kind)));
	}

	private BigDecimal total(org.jooq.Condition condition) {
		return this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.select(sum(PLEDGE_ENTRY.AMOUNT))
					.from(PLEDGE_ENTRY)
					.join(PLEDGE)
					.on(PLEDGE.ID.eq(PLEDGE_ENTRY.PLEDGE_ID))
					.where(PLEDGE_ENTRY.CAMPAIGN_ID.eq(this.campaign), condition)
					.fetchSingle()
					.value1());
	}

}
