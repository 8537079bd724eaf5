package org.solidarity.platform.startup;

import java.sql.SQLException;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/** Refuses a PostgreSQL that is too old, before a migration fails on it halfway. */
@Component
class DatabaseVersion implements BeanPostProcessor {

	private static final int OLDEST = 17;

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof SpringLiquibase migration) {
			try (var connection = migration.getDataSource().getConnection()) {
				check(connection.getMetaData().getDatabaseMajorVersion(),
						connection.getMetaData().getDatabaseProductVersion());
			}
			catch (SQLException ex) {
				throw new CannotGetJdbcConnectionException("the database's version is not known", ex);
			}
		}
		return bean;
	}

	static void check(int major, String version) {
		if (major < OLDEST) {
			throw new UnsafeDatabaseException("The database is PostgreSQL " + version + "; " + OLDEST
					+ " or later is needed. Look at SPRING_DATASOURCE_URL.");
		}
	}

}
