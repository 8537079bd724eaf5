package org.solidarity.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.postgresql.PGConnection;

/**
 * The database crm and its roles in a running server: made where they are missing, and
 * proved to be safe.
 */
final class Database {

	static final String NAME = "crm";

	private final int port;

	private final Passwords passwords;

	private final DataFolder folder;

	Database(int port, Passwords passwords, DataFolder folder) {
		this.port = port;
		this.passwords = passwords;
		this.folder = folder;
	}

	static String url(int port, String database) {
		return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
	}

	/** Can be repeated after being cut off anywhere. */
	void prepare(String rolesSql) {
		try {
			try (Connection maintenance = connect(Passwords.SUPERUSER, "postgres")) {
				if (column(maintenance, "select datname from pg_database where datname = 'crm'").isEmpty()) {
					execute(maintenance, "create database crm");
				}
			}
			try (Connection crm = connect(Passwords.SUPERUSER, NAME)) {
				execute(crm, rolesSql);
				for (String role : List.of(Passwords.MIGRATOR, Passwords.APP)) {
					execute(crm, "alter role " + role + " login");
					setPassword(crm, role);
				}
			}
		}
		catch (SQLException failure) {
			throw new EmbeddedPostgresException("The database crm in " + folder.path() + " cannot be prepared; "
					+ "the passwords in " + folder.passwords() + " and the roles script must fit it", failure);
		}
	}

	/**
	 * The password leaves us hashed, so it can be in no log and no list of running
	 * statements.
	 */
	private void setPassword(Connection connection, String role) throws SQLException {
		connection.unwrap(PGConnection.class)
			.alterUserPassword(role, passwords.login(role).password().toCharArray(), "scram-sha-256");
	}

	/** Refuses a server that would lose or let in what it must not. */
	void verify(Settings settings) {
		try (Connection admin = connect(Passwords.SUPERUSER, NAME); Connection app = connect(Passwords.APP, NAME)) {
			for (Map.Entry<String, String> setting : settings.values().entrySet()) {
				require(setting.getKey(), List.of(setting.getValue()), current(admin, setting.getKey()));
			}
			for (String name : List.of("synchronous_commit", "log_min_messages", "log_statement")) {
				require(name + " of crm_app", List.of(settings.values().get(name)), current(app, name));
			}
			require("authentication in pg_hba.conf", List.of("scram-sha-256"), column(admin, """
					select distinct coalesce(error, auth_method)
					from pg_hba_file_rules
					where auth_method is distinct from 'reject'
					order by 1
					"""));
		}
		catch (SQLException failure) {
			throw new EmbeddedPostgresException("The settings of PostgreSQL in " + folder.path()
					+ " cannot be verified; look at " + folder.serverLog(), failure);
		}
	}

	private void require(String what, List<String> expected, List<String> actual) {
		if (!expected.equals(actual)) {
			throw new EmbeddedPostgresException("PostgreSQL in " + folder.path() + " is not safe to use: " + what
					+ " is " + actual + " and must be " + expected + "; undo the change to its configuration");
		}
	}

	private Connection connect(String role, String database) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", role);
		properties.setProperty("password", passwords.login(role).password());
		properties.setProperty("sslmode", "disable");
		properties.setProperty("gssEncMode", "disable");
		properties.setProperty("connectTimeout", "10");
		properties.setProperty("socketTimeout", "60");
		return DriverManager.getConnection(url(port, database), properties);
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static List<String> current(Connection connection, String setting) throws SQLException {
		return column(connection, "select current_setting('" + setting + "')");
	}

	private static List<String> column(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			var values = new ArrayList<String>();
			while (rows.next()) {
				values.add(rows.getString(1));
			}
			return values;
		}
	}

}
