package org.solidarity.pledge.totals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.PLEDGE;
import static org.solidarity.platform.jooq.Tables.PLEDGE_TURNOUT;
import static org.solidarity.platform.jooq.Tables.RECOUNT_PLEDGES;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.PledgeType;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.pledge.TurnoutFixture;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A pledge of turnout that is recorded while people come. */
@ApiTest
class TurnoutRaceTest {

	@Autowired
	PledgeFixture fixture;

	@Autowired
	TurnoutFixture turnout;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	UUID campaign;

	UUID action;

	@BeforeEach
	void anAction() {
		this.campaign = this.fixture.campaign();
		this.action = this.turnout.action(this.campaign, this.fixture.body());
	}

	@Test
	void aCheckInAndAPledgeThatAreRecordedAtOnceDoNotMissEachOther() throws Exception {
		for (boolean pledgeFirst : new boolean[] { true, false }) {
			UUID other = this.fixture.body();
			Runnable promise = () -> promises(other);
			Runnable arrival = () -> this.turnout.comes(this.campaign, this.action, other, 1);
			atOnce(pledgeFirst ? promise : arrival, pledgeFirst ? arrival : promise);
			assertThat(kept(other)).isEqualTo(2);
			assertThat(this.<Integer>write(() -> this.sql.fetchCount(RECOUNT_PLEDGES(this.campaign)))).isZero();
		}
	}

	/** The second starts before the first has ended. */
	private void atOnce(Runnable first, Runnable second) throws Exception {
		try (var thread = Executors.newSingleThreadExecutor()) {
			var other = write(() -> {
				first.run();
				var running = thread.submit(second);
				try {
					running.get(500, TimeUnit.MILLISECONDS);
				}
				catch (TimeoutException waits) {
					return running;
				}
				catch (InterruptedException | ExecutionException ex) {
					throw new IllegalStateException(ex);
				}
				return running;
			});
			other.get();
		}
	}

	private void promises(UUID pledger) {
		write(() -> this.sql.insertInto(PLEDGE)
			.set(PLEDGE.CAMPAIGN_ID, this.campaign)
			.set(PLEDGE.BODY_ID, pledger)
			.set(PLEDGE.TYPE, PledgeType.TURNOUT)
			.set(PLEDGE.ACTION_ID, this.action)
			.set(PLEDGE.AMOUNT, BigDecimal.TEN)
			.set(PLEDGE.PLEDGED_ON, TurnoutFixture.DAY)
			.execute());
	}

	private int kept(UUID pledger) {
		return write(() -> this.sql.select(DSL.coalesce(DSL.sum(PLEDGE_TURNOUT.HEADS), BigDecimal.ZERO))
			.from(PLEDGE_TURNOUT)
			.where(PLEDGE_TURNOUT.BODY_ID.eq(pledger))
			.fetchSingle()
			.value1()
			.intValueExact());
	}

	private <T> T write(Supplier<T> work) {
		return this.transactions.write(Viewer.SYSTEM, work);
	}

}
