package org.solidarity.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;

import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.errors.Failures;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.ApiTest;
import org.solidarity.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class TimeLimitsTest {

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	@Autowired
	Limits limits;

	@AfterEach
	void stop() {
		Deadline.stop();
	}

	private Object sleep(double seconds) {
		return this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.select(function("pg_sleep", Object.class, inline(seconds))).fetch());
	}

	@Test
	void aStatementHas5Seconds() {
		var time = this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.select(function("current_setting", String.class, inline("statement_timeout")))
					.fetchSingle()
					.value1());
		assertThat(time).isEqualTo("5s");
		assertThat(this.limits.statementTime()).isEqualTo(Duration.ofSeconds(5));
		assertThat(this.limits.operationTime()).isEqualTo(Duration.ofSeconds(10));
	}

	@Test
	void aStatementEndsWithItsOperation() {
		Deadline.start(Clock.systemUTC(), Duration.ofMillis(900));
		var failure = catchThrowable(() -> sleep(4));
		assertThat(Failures.refusal(failure)).hasValueSatisfying(refused -> {
			assertThat(refused.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
			assertThat(refused.extensions()).containsEntry("limit", "time");
		});
	}

	@Test
	void whatStartsWhenTheTimeIsOverIsRefused() {
		var clock = new TestClock();
		clock.stop();
		Deadline.start(clock, Duration.ofSeconds(10));
		sleep(0);
		clock.advance(Duration.ofSeconds(10));
		assertThatThrownBy(() -> sleep(0)).isInstanceOfSatisfying(Refused.class,
				refused -> assertThat(refused.extensions()).containsEntry("limit", "time"));
	}

}
