package org.solidarity.platform.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * A JVM to be killed: starts PostgreSQL, then writes 1, 2, 3 … and prints each number
 * when it is acknowledged.
 */
final class Victim {

	private Victim() {
	}

	static void main(String[] arguments) throws Exception {
		EmbeddedPostgres postgres;
		try {
			postgres = EmbeddedPostgres.start(Path.of(arguments[0]), Files.readString(Path.of(arguments[1])));
		}
		catch (EmbeddedPostgresException refused) {
			System.out.println("refused " + refused.getMessage());
			return;
		}
		System.out.println("started");
		EmbeddedPostgres.Login login = postgres.migrator();
		try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), login.role(), login.password());
				Statement statement = connection.createStatement()) {
			statement.execute("create table if not exists written (number int primary key)");
			for (int number = 1;; number++) {
				statement.execute("insert into written values (" + number + ")");
				System.out.println("acknowledged " + number);
			}
		}
	}

}
