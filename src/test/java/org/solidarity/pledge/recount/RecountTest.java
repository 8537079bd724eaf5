package org.solidarity.pledge.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.PLEDGE;
import static org.solidarity.platform.jooq.Tables.PLEDGE_DELTA;
import static org.solidarity.platform.jooq.Tables.PLEDGE_SUM;

import java.math.BigDecimal;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.PledgeType;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;

/** A recount finds what is wrong, and only that. */
@ApiTest
class RecountTest {

	private static final String RECOUNT = """
			mutation ($id: ID) { recountPledges(input: {campaignId: $id}) {
			  campaigns found differences { kept day type currency difference } errors { code path } } }""";

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
	LiquibaseConnectionDetails owner;

	UUID campaign;

	String pledge;

	@BeforeEach
	void aPledgeThatPartlyCame() {
		Viewer staff = this.viewers.staff();
		this.campaign = this.fixture.campaign(staff);
		this.pledge = this.fixture.pledge(staff, this.campaign, this.fixture.body(), "100");
		this.fixture.act(staff, "recordFulfilment", "pledgeId", this.pledge, "amount", "30", "effectiveOn",
				"2025-02-01");
	}

	@Test
	void nothingIsFoundWhereNothingIsWrongBeforeAndAfterFolding() throws Exception {
		none();
		this.folding.fold();
		assertThat(this
			.<Integer>system(() -> this.sql.fetchCount(PLEDGE_DELTA, PLEDGE_DELTA.CAMPAIGN_ID.eq(this.campaign))))
			.isZero();
		assertThat(
				this.<Integer>system(() -> this.sql.fetchCount(PLEDGE_SUM, PLEDGE_SUM.CAMPAIGN_ID.eq(this.campaign))))
			.isEqualTo(15);
		none();
		assertThat(command()).isZero();
	}

	@Test
	void aBacklogIsFoldedHoweverLongItTakes() {
		UUID body = this.fixture.body();
		int left = system(() -> {
			LocalDate[] due = IntStream.range(0, 120)
				.mapToObj(LocalDate.of(2025, 1, 1)::plusWeeks)
				.toArray(LocalDate[]::new);
			this.sql.insertInto(PLEDGE)
				.columns(PLEDGE.CAMPAIGN_ID, PLEDGE.BODY_ID, PLEDGE.TYPE, PLEDGE.CURRENCY, PLEDGE.AMOUNT,
						PLEDGE.PLEDGED_ON, PLEDGE.CONFIRMED_ON, PLEDGE.DUE_DATES)
				.valuesOfRows(IntStream.range(0, 90)
					.mapToObj(i -> DSL.row(this.campaign, body, PledgeType.MONEY, "USD", new BigDecimal("1000"), due[0],
							due[0], due))
					.toList())
				.execute();
			assertThat(deltas()).isGreaterThan(10_000);
			this.sql.setLocal(DSL.name("statement_timeout"), DSL.val("100ms")).execute();
			for (int i = 0; i < 200 && deltas() > 0; i++) {
				this.folding.fold();
				LockSupport.parkNanos(20_000_000);
			}
			return deltas();
		});
		assertThat(left).isZero();
		none();
	}

	private int deltas() {
		return this.sql.fetchCount(PLEDGE_DELTA, PLEDGE_DELTA.CAMPAIGN_ID.eq(this.campaign));
	}

	@Test
	void whatIsWrongIsFoundByTheMutationAndEndsTheCommandWithOne() throws Exception {
		this.folding.fold();
		var wrong = "update pledge_sum set delivered = delivered + %s where day = '2025-02-01' and grain = 'BODY' and span = 'DAY' and campaign_id = '"
				+ this.campaign + "'";
		tamper(wrong.formatted("5"));
		try {
			this.api.ask(this.viewers.administrator(), RECOUNT, "id", PledgeFixture.campaignId(this.campaign))
				.is("{recountPledges: {campaigns: 1, found: 3, differences: ["
						+ "{kept: 'SUM_BODY_DAY_DELIVERED', day: '2025-02-01', type: 'MONEY', currency: 'USD', difference: '5'},"
						+ " {kept: 'SUM_BODY_EVER_DELIVERED', day: null, type: 'MONEY', currency: 'USD', difference: '-5'},"
						+ " {kept: 'SUM_BODY_MONTH_DELIVERED', day: '2025-02-01', type: 'MONEY', currency: 'USD', difference: '-5'}"
						+ "], errors: []}}");
			assertThat(command()).isEqualTo(1);
		}
		finally {
			tamper(wrong.formatted("-5"));
		}
		none();
	}

	@Test
	void aDeltaThatIsLostOrDoubledIsFound() throws Exception {
		tamper("update pledge_delta set pledged = 2 * pledged where campaign_id = '" + this.campaign + "'",
				"crm_owner");
		try {
			assertThat(this.recount.differences(this.campaign)).extracting(Difference::kept)
				.contains("SUM_CAMPAIGN_DAY_PLEDGED", "SUM_BODY_DAY_PLEDGED", "SUM_DETAIL_DAY_PLEDGED");
		}
		finally {
			tamper("update pledge_delta set pledged = pledged / 2 where campaign_id = '" + this.campaign + "'",
					"crm_owner");
		}
		none();
	}

	@Test
	void whatStandsBesideAnAmountIsFoundWithoutADifference() throws Exception {
		var wrong = "update pledge set confirmed_on = confirmed_on + %s where campaign_id = '" + this.campaign + "'";
		tamper(wrong.formatted("1"));
		try {
			assertThat(this.recount.differences(this.campaign)).isNotEmpty().allSatisfy(found -> {
				assertThat(found.kept()).isEqualTo("AMOUNT");
				assertThat(found.difference()).isNull();
			});
		}
		finally {
			tamper(wrong.formatted("-1"));
		}
		none();
	}

	@Test
	void onlyAdministratorsRecountAndNobodyElseLearnsOfADifference() {
		for (var viewer : new Viewer[] { this.viewers.staff(), this.viewers.auditor(), this.viewers.partner() }) {
			this.api.ask(viewer, RECOUNT, "id", PledgeFixture.campaignId(this.campaign)).isRefused("FORBIDDEN");
		}
		this.api.ask(this.viewers.administrator(), RECOUNT, "id", "nonsense")
			.hasUserErrors("NOT_FOUND input.campaignId");
	}

	private void none() {
		this.api.ask(this.viewers.administrator(), RECOUNT, "id", PledgeFixture.campaignId(this.campaign))
			.is("{recountPledges: {campaigns: 1, found: 0, differences: [], errors: []}}");
	}

	private int command() {
		var command = new RecountCommand(this.recount);
		command.run(new DefaultApplicationArguments("recount"));
		return command.getExitCode();
	}

	private <T> T system(java.util.function.Supplier<T> work) {
		return this.transactions.write(Viewer.SYSTEM, work);
	}

	private void tamper(String statement) throws Exception {
		tamper(statement, "crm_ledger");
	}

	/** Does what nobody may do. */
	private void tamper(String statement, String role) throws Exception {
		try (var connection = DriverManager.getConnection(this.owner.getJdbcUrl(), this.owner.getUsername(),
				this.owner.getPassword()); var sql = connection.createStatement()) {
			if (role.equals("crm_owner")) {
				sql.execute("alter table crm.pledge_delta no force row level security");
			}
			sql.execute("set role " + role + "; set search_path = crm");
			assertThat(sql.executeUpdate(statement)).isPositive();
			if (role.equals("crm_owner")) {
				sql.execute("alter table crm.pledge_delta force row level security");
			}
		}
	}

}
