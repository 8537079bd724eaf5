package org.solidarity.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/**
 * Starts the embedded PostgreSQL where no other is configured; it is closed after all who
 * use it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class PostgresConfiguration {

	@Bean(destroyMethod = "close")
	EmbeddedPostgres postgres(@Value("${crm.data-folder}") Path folder, @Value("classpath:db/roles.sql") Resource roles)
			throws IOException {
		return EmbeddedPostgres.start(folder, roles.getContentAsString(StandardCharsets.UTF_8));
	}

	@Bean
	JdbcConnectionDetails applicationConnection(EmbeddedPostgres postgres) {
		var login = postgres.app();
		return new JdbcConnectionDetails() {
			@Override
			public String getJdbcUrl() {
				return postgres.jdbcUrl();
			}

			@Override
			public String getUsername() {
				return login.role();
			}

			@Override
			public String getPassword() {
				return login.password();
			}
		};
	}

	@Bean
	LiquibaseConnectionDetails migrationConnection(EmbeddedPostgres postgres) {
		var login = postgres.migrator();
		return new LiquibaseConnectionDetails() {
			@Override
			public String getJdbcUrl() {
				return postgres.jdbcUrl();
			}

			@Override
			public String getUsername() {
				return login.role();
			}

			@Override
			public String getPassword() {
				return login.password();
			}
		};
	}

}
