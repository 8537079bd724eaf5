package org.solidarity.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.errors.Failures;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@ApiTest
class DatabaseAwayTest {

	@Autowired
	Http http;

	@Autowired
	DataSource pool;

	@Value("${spring.datasource.hikari.maximum-pool-size}")
	int poolSize;

	@Test
	void withoutAConnectionTheAnswerIs503AndLaterEverythingIsWell() throws SQLException {
		var request = this.http.request();
		List<Connection> held = new ArrayList<>();
		try {
			for (int i = 0; i < this.poolSize; i++) {
				held.add(this.pool.getConnection());
			}
			var reply = this.http.send(request.copy()
				.header("Content-Type", "application/json")
				.POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"query\":\"{__typename}\"}")));
			assertThat(reply.status()).isEqualTo(503);
			assertThat(reply.code()).isEqualTo("UNAVAILABLE");
			assertThat(reply.header("Retry-After")).isEqualTo("5");
			assertThat(reply.text()).doesNotContain("Hikari", "Exception", "jdbc");
		}
		finally {
			for (Connection connection : held) {
				connection.close();
			}
		}
		assertThat(this.http.ask("{__typename}").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "08001", "08006", "53300", "57P01", "57P03" })
	void aBrokenConnectionOrAServerThatGoesIsTheDatabaseBeingAway(String state) {
		var failure = new IllegalStateException(new SQLException("x", state));
		assertThat(Failures.refusal(failure))
			.hasValueSatisfying(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.UNAVAILABLE));
	}

	@Test
	void anyOtherFailureIsADefect() {
		assertThat(Failures.refusal(new SQLException("x", "42601"))).isEmpty();
	}

}
