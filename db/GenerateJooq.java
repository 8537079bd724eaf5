import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Target;
import org.slf4j.LoggerFactory;

/** Migrates an empty PostgreSQL and generates the jOOQ classes from it; does nothing while db/ is unchanged. */
class GenerateJooq {

	static final String EXTENSION_ROUTINES = "gtrgm.*|gin_.*|gbt.*|gist_.*|.*similarity.*|unaccent.*|show_.*|set_limit|.*_dist|levenshtein.*|.*soundex|.*metaphone.*|difference|daitch_mokotoff";

	public static void main(String... args) throws Exception {
		var project = Path.of(args[0]);
		var output = project.resolve("target/generated-sources/jooq");
		var stamp = output.resolve("db.sha256");
		var digest = digest(project.resolve("db"));
		if (Files.exists(stamp) && Files.readString(stamp).equals(digest)) {
			Files.setLastModifiedTime(stamp, FileTime.from(Instant.now()));
			return;
		}
		java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
		((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		try (var postgres = EmbeddedPostgres.start(); var connection = postgres.getPostgresDatabase().getConnection()) {
			migrate(project, connection);
			GenerationTool tool = new GenerationTool();
			tool.setConnection(connection);
			tool.run(configuration(output));
		}
		Files.writeString(stamp, digest);
	}

	static void migrate(Path project, Connection connection) throws Exception {
		try (var statement = connection.createStatement()) {
			statement.execute(Files.readString(project.resolve("db/roles.sql")));
			statement.execute("set role crm_owner; set search_path = crm");
		}
		var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
		database.setDefaultSchemaName("crm");
		database.setLiquibaseSchemaName("crm");
		Scope.child(Scope.Attr.ui, new LoggerUIService(),
				() -> new Liquibase("db/changelog/master.yaml", new DirectoryResourceAccessor(project), database)
					.update(new Contexts()));
		connection.setAutoCommit(true);
	}

	static Configuration configuration(Path output) {
		return new Configuration().withGenerator(new Generator()
			.withDatabase(new Database().withName("org.jooq.meta.postgres.PostgresDatabase")
				.withInputSchema("crm")
				.withOutputSchemaToDefault(true)
				.withExcludes("databasechangelog.*|spring_session.*|refuse_.*|keep_.*|" + EXTENSION_ROUTINES)
				.withForcedTypes(List.of(new ForcedType().withName("INSTANT")
					.withIncludeTypes("(?i:timestamp with time zone|timestamptz)"))))
			.withGenerate(new Generate().withRecords(true).withPojos(false).withDaos(false).withComments(false)
				.withGeneratedAnnotation(false).withGlobalObjectReferences(true).withRoutines(true))
			.withTarget(new Target().withPackageName("org.solidarity.platform.jooq").withDirectory(output.toString())));
	}

	static String digest(Path folder) throws Exception {
		var sha = MessageDigest.getInstance("SHA-256");
		try (var files = Files.walk(folder)) {
			for (var file : files.filter(Files::isRegularFile).filter(f -> !f.toString().contains("/demo/")).sorted().toList()) {
				sha.update(folder.relativize(file).toString().getBytes());
				sha.update(Files.readAllBytes(file));
			}
		}
		return HexFormat.of().formatHex(sha.digest());
	}

}
