package org.solidarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.postgres.EmbeddedPostgres;
import org.springframework.util.FileSystemUtils;

/** The change logs: from empty to full and back, and what they promise of every table. */
class MigrationTest {

	private static final Path FOLDER = Path.of("target", "migration-data");

	/**
	 * Tables that hold nothing about persons, pledges, grants or tokens, for which the
	 * wall in the code is enough; every other table is behind row-level security.
	 */
	private static final List<String> OPEN = List.of("databasechangelog", "databasechangeloglock", "idempotency",
			"spring_session", "spring_session_attributes", "action", "action_cosponsor", "action_shift", "body",
			"body_change", "body_history", "body_identifier", "body_import_row", "body_latest_count", "body_meeting",
			"body_member_count", "body_name", "body_relation", "body_relation_history", "body_search", "exchange_rate",
			"search_word");

	private static EmbeddedPostgres postgres;

	private static Connection connection;

	@BeforeAll
	static void start() throws Exception {
		FileSystemUtils.deleteRecursively(FOLDER.resolve("cluster"));
		postgres = EmbeddedPostgres.start(FOLDER, Files.readString(Path.of("db/roles.sql")));
		connection = connect();
		liquibase(Liquibase::update);
	}

	@AfterAll
	static void stop() throws SQLException {
		connection.close();
		postgres.close();
	}

	private static Connection connect() throws SQLException {
		return DriverManager.getConnection(postgres.jdbcUrl(), postgres.migrator().role(),
				postgres.migrator().password());
	}

	private interface Work {

		void on(Liquibase liquibase, Contexts contexts) throws Exception;

	}

	private static void liquibase(Work work) throws Exception {
		try (Connection own = connect()) {
			var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(own));
			database.setDefaultSchemaName("crm");
			database.setLiquibaseSchemaName("crm");
			Scope.child(Scope.Attr.ui, new LoggerUIService(),
					() -> work.on(
							new Liquibase("db/changelog/master.yaml", new ClassLoaderResourceAccessor(), database),
							new Contexts()));
		}
	}

	private static List<String> column(String sql) throws SQLException {
		List<String> values = new ArrayList<>();
		try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				values.add(rows.getString(1));
			}
		}
		return values;
	}

	private static List<String> everything() throws SQLException {
		return column(
				"""
						select 'table ' || relname || ' ' || relkind::text || ' ' || relrowsecurity::text || relforcerowsecurity::text || coalesce(relacl::text, '')
						from pg_class where relnamespace = 'crm'::regnamespace and relname not like 'databasechangelog%'
						union all select 'column ' || attrelid::regclass::text || '.' || attname || ' ' || atttypid::regtype::text || ' ' || attnotnull::text
						from pg_attribute join pg_class on pg_class.oid = attrelid
						where relnamespace = 'crm'::regnamespace and attnum > 0 and not attisdropped and relname not like 'databasechangelog%'
						union all select 'function ' || oid::regprocedure::text || ' ' || md5(prosrc) from pg_proc where pronamespace = 'crm'::regnamespace
						union all select 'type ' || typname from pg_type where typnamespace = 'crm'::regnamespace and typname not like '%databasechangelog%'
						union all select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'crm'::regnamespace and conname not like '%databasechangelog%'
						union all select 'policy ' || polname || ' ' || polrelid::regclass::text || ' ' || coalesce(pg_get_expr(polqual, polrelid), '') from pg_policy
						union all select 'trigger ' || tgname || ' ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
						order by 1""");
	}

	@Test
	void everyChangeCanBeTakenBackAndMadeAgain() throws Exception {
		var full = everything();
		int changes = column("select id from crm.databasechangelog").size();
		liquibase((liquibase, contexts) -> liquibase.rollback(changes, contexts, new LabelExpression()));
		assertThat(everything()).isEmpty();
		liquibase(Liquibase::update);
		assertThat(everything()).isEqualTo(full);
	}

	@Test
	void everyForeignKeyHasAnIndex() throws SQLException {
		assertThat(column("""
				select conrelid::regclass || '.' || conname from pg_constraint
				where contype = 'f' and connamespace = 'crm'::regnamespace
				  and obj_description(oid, 'pg_constraint') is null
				  and not exists (
				    select from pg_index
				    where indrelid = conrelid
				      and (indkey::int2[])[0:cardinality(conkey) - 1] @> conkey)
				order by 1""")).isEmpty();
	}

	@Test
	void everyTableIsBehindRowLevelSecurityThatBindsItsOwnerToo() throws SQLException {
		assertThat(column("""
				select relname from pg_class
				where relnamespace = 'crm'::regnamespace and relkind in ('r', 'p')
				  and not (relrowsecurity and relforcerowsecurity)
				order by 1""")).containsExactlyInAnyOrderElementsOf(OPEN);
	}

	@Test
	void everyViewAsksAsItsReader() throws SQLException {
		assertThat(column("""
				select relname from pg_class
				where relnamespace = 'crm'::regnamespace and relkind = 'v'
				  and not coalesce(reloptions::text like '%security_invoker=true%', false)""")).isEmpty();
	}

	@Test
	void theApplicationChangesNoLedgerAndNoStructure() throws SQLException {
		assertThat(column("""
				select distinct tgrelid::regclass::text from pg_trigger
				join pg_proc on pg_proc.oid = tgfoid
				where proname = 'refuse_change'
				  and has_table_privilege('crm_app', tgrelid, 'update, delete, truncate')""")).isEmpty();
		assertThat(
				column("""
						select relname from pg_class
						where relnamespace = 'crm'::regnamespace and relkind in ('r', 'p')
						  and (relowner = 'crm_app'::regrole or has_table_privilege('crm_app', oid, 'truncate, references, trigger'))"""))
			.isEmpty();
		assertThat(column("select has_schema_privilege('crm_app', 'crm', 'create')::text")).containsExactly("false");
	}

}
