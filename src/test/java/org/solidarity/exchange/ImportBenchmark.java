package org.solidarity.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.PGConnection;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;

/**
 * Rows a second of an import of 100,000 generated rows, beside a bare COPY of the same
 * file. Run it by {@code mvn test -Dtest=ImportBenchmark -Dbenchmark=true}; with
 * {@code -Drows=200000} for another size.
 */
@ApiTest
@EnabledIfSystemProperty(named = "benchmark", matches = "true")
class ImportBenchmark {

	private static final int ROUNDS = 5;

	@Autowired
	Importer importer;

	@Autowired
	LiquibaseConnectionDetails owner;

	@TempDir
	Path folder;

	@Test
	void rowsASecondBesideACopy() throws Exception {
		int rows = Integer.getInteger("rows", 100_000);
		take(OlmsFile.write(this.folder.resolve("warm.csv"), 10_000, 400_000_000, "WRM", 1));
		for (int round = 0; round < ROUNDS; round++) {
			var file = OlmsFile.write(this.folder.resolve("round" + round + ".csv"), rows,
					410_000_000 + round * 1_000_000, "BN" + round, round);
			double copied = copy(file);
			double taken = take(file);
			double again = take(file);
			System.out.printf("round %d: import %.0f rows/s, again %.0f rows/s, copy %.0f rows/s, copy/import %.1f%n",
					round, rows / taken, rows / again, rows / copied, taken / copied);
		}
		var memory = Runtime.getRuntime();
		System.out.printf("heap in use %d MiB of at most %d MiB%n", (memory.totalMemory() - memory.freeMemory()) >> 20,
				memory.maxMemory() >> 20);
	}

	private double take(Path file) {
		long start = System.nanoTime();
		this.importer.run(new ImportRequest(file, "olms-lm", null, null), line -> {
		});
		return (System.nanoTime() - start) / 1e9;
	}

	private double copy(Path file) throws Exception {
		var columns = OlmsFile.HEADER.split(",");
		var source = new PGSimpleDataSource();
		source.setUrl(this.owner.getJdbcUrl());
		source.setUser(this.owner.getUsername());
		source.setPassword(this.owner.getPassword());
		try (var connection = source.getConnection(); var statement = connection.createStatement()) {
			statement.execute("drop table if exists bare_copy");
			statement.execute("create table bare_copy (" + IntStream.range(0, columns.length)
				.mapToObj(i -> "c" + i + " text")
				.collect(Collectors.joining(", ")) + ")");
			long start = System.nanoTime();
			try (var in = Files.newInputStream(file)) {
				connection.unwrap(PGConnection.class)
					.getCopyAPI()
					.copyIn("copy bare_copy from stdin (format csv, header)", in);
			}
			double seconds = (System.nanoTime() - start) / 1e9;
			statement.execute("drop table bare_copy");
			return seconds;
		}
	}

}
