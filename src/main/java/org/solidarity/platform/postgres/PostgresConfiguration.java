package org.solidarity.platform.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
class PostgresConfiguration {

	@Bean(destroyMethod = "close")
	EmbeddedPostgres postgres() throws Exception {
		var postgres = EmbeddedPostgres.start();
		try (var connection = postgres.getPostgresDatabase().getConnection();
				var statement = connection.createStatement()) {
			statement.execute(new String(
					new org.springframework.core.io.ClassPathResource("db/roles.sql").getContentAsByteArray()));
			statement.execute("alter role crm_app login; alter role crm_migrator login");
		}
		return postgres;

	}

	@Bean
	JdbcConnectionDetails applicationConnection(EmbeddedPostgres postgres) {
		return new JdbcConnectionDetails() {
			public String getJdbcUrl() {
				return postgres.getJdbcUrl("crm_app", "postgres");
			}

			public String getUsername() {
				return "crm_app";
			}

			public String getPassword() {
				return "";
			}
		};
	}

	@Bean
	LiquibaseConnectionDetails migrationConnection(EmbeddedPostgres postgres) {
		return new LiquibaseConnectionDetails() {
			public String getJdbcUrl() {
				return postgres.getJdbcUrl("crm_migrator", "postgres");
			}

			public String getUsername() {
				return "crm_migrator";
			}

			public String getPassword() {
				return "";
			}
		};
	}

}
