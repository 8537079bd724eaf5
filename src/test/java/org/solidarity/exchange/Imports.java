package org.solidarity.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in files, and tells what the command says and reports. */
@Component
class Imports {

	private final Importer importer;

	Imports(Importer importer) {
		this.importer = importer;
	}

	String run(Path file, String mapping) {
		return run(file, mapping, null);
	}

	/** What is printed, with each run of spaces as one. */
	String run(Path file, String mapping, @Nullable LocalDate asOf) {
		var out = new ArrayList<String>();
		this.importer.run(new ImportRequest(file, mapping, null, asOf), out::add);
		return String.join("\n", out).replaceAll(" +", " ");
	}

	static List<String> report(Path file) throws IOException {
		return Files.readAllLines(Path.of(file + ".report.csv"));
	}

}
