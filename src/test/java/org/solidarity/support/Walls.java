package org.solidarity.support;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Takes the wall of row-level security down for a while, to see that the other one holds.
 */
@Component
public class Walls {

	private final LiquibaseConnectionDetails owner;

	Walls(LiquibaseConnectionDetails owner) {
		this.owner = owner;
	}

	/** Does the work while these tables have no policies. */
	public <T> T without(Supplier<T> work, String... tables) {
		try {
			alter("disable", tables);
			return work.get();
		}
		finally {
			alter("enable", tables);
		}
	}

	private void alter(String verb, String... tables) {
		try (var connection = DriverManager.getConnection(this.owner.getJdbcUrl(), this.owner.getUsername(),
				this.owner.getPassword()); var statement = connection.createStatement()) {
			for (String table : tables) {
				statement.execute("alter table " + table + " " + verb + " row level security");
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
