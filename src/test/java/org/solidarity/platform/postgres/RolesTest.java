package org.solidarity.platform.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What db/roles.sql gives to whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {

	private static final String INSUFFICIENT_PRIVILEGE = "42501";

	private EmbeddedPostgres postgres;

	private Path folder;

	@BeforeAll
	void start(@TempDir Path parent) throws Exception {
		folder = Folders.used(parent);
		postgres = Folders.start(folder);
	}

	@AfterAll
	void stop() {
		postgres.close();
	}

	@Test
	void migratorActsAsOwnerAndMakesTheTrustedExtensions() throws SQLException {
		Folders.migrate(postgres, """
				create extension if not exists pg_trgm;
				create extension if not exists unaccent;
				create extension if not exists btree_gist;
				create table made_by_migrator (id int);
				""");
		assertThat(Folders.ask(postgres, "select current_user || ' ' || session_user"))
			.containsExactly("crm_owner crm_migrator");
		assertThat(Folders.ask(postgres, """
				select schemaname || ' ' || tableowner from pg_tables where tablename = 'made_by_migrator'"""))
			.containsExactly("crm crm_owner");
		try (Connection app = Folders.connect(postgres, postgres.app())) {
			assertThat(Folders.query(app, "select unaccent('Übermüdung')")).containsExactly("Ubermudung");
		}
	}

	@Test
	void lettersOfAllLanguagesAreLetters() throws SQLException {
		Folders.migrate(postgres, "create extension if not exists pg_trgm");
		assertThat(Folders.ask(postgres, "select cardinality(show_trgm('Łódź'))")).containsExactly("5");
		assertThat(Folders.ask(postgres, "select lower('ÄŁÉΣЖ') || to_tsvector('simple', 'ÜBERSTUNDEN')"))
			.containsExactly("äłéσж'überstunden':1");
	}

	@Test
	void applicationMakesNothingAnywhere() throws SQLException {
		for (String statement : new String[] { "create table crm.t (id int)", "create table public.t (id int)",
				"create temporary table t (id int)", "create schema s", "create extension citext", "create role r",
				"set role crm_owner", "set role crm_migrator", "alter role crm_app bypassrls",
				"create function crm.f() returns int return 1" }) {
			try (Connection app = Folders.connect(postgres, postgres.app())) {
				assertThatExceptionOfType(SQLException.class).as(statement)
					.isThrownBy(() -> Folders.execute(app, statement))
					.satisfies(refusal -> assertThat(refusal.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
			}
		}
	}

	@Test
	void noTableTheOwnerMakesIsOpenUntilGranted() throws SQLException {
		Folders.migrate(postgres, """
				create table secret (id int);
				create sequence counter;
				""");
		try (Connection app = Folders.connect(postgres, postgres.app())) {
			for (String statement : List.of("select * from secret", "select nextval('counter')")) {
				assertThatExceptionOfType(SQLException.class).as(statement)
					.isThrownBy(() -> Folders.query(app, statement))
					.satisfies(refusal -> assertThat(refusal.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
			}
			Folders.migrate(postgres, "grant select on secret to crm_app");
			assertThat(Folders.query(app, "select * from secret")).isEmpty();
			assertThat(Folders.query(app, "show idle_in_transaction_session_timeout")).containsExactly("1min");
		}
	}

	@Test
	void noRoleIsStrongerThanItMustBe() throws Exception {
		assertThat(Folders.ask(postgres, """
				select rolname || ' ' || rolcanlogin || ' ' ||
					(rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)
				from pg_roles where rolname like 'crm%' order by rolname""")).containsExactly("crm_app true false",
				"crm_ledger false false", "crm_migrator true false", "crm_owner false false", "crm_report false false",
				"crm_turnout false false");
		assertThat(Folders.ask(postgres, "select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'crm'"))
			.containsExactly("crm_owner");
	}

	@Test
	void scriptIsRepeatableInOneStatementAndTouchesNoPassword() throws Exception {
		try (Connection superuser = Folders.superuser(postgres, folder)) {
			String passwords = "select rolname || rolpassword from pg_authid where rolpassword is not null order by 1";
			var before = Folders.query(superuser, passwords);
			Folders.execute(superuser, Folders.rolesSql());
			Folders.execute(superuser, Folders.rolesSql());
			assertThat(Folders.query(superuser, passwords)).isEqualTo(before)
				.hasSize(3)
				.allMatch(line -> line.contains("SCRAM-SHA-256$"));
		}
	}

}
