package org.solidarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md, sections 2 and 3, as far as only the sources show it. */
class SourceTest {

	private static final Path MAIN = Path.of("src/main/java");

	/** Begun with more files than that, and not to be added to. */
	private static final Path FULL = MAIN.resolve("org/solidarity/platform/postgres");

	private static final Pattern WRITE = Pattern
		.compile("(?:\\b(?:insertInto|deleteFrom|mergeInto)|\\bsql\\s*\\.update)\\(\\s*([A-Za-z_]+)\\s*[,)]");

	private static final Pattern NAMED = Pattern.compile("\\bvar (\\w+) = ([A-Z][A-Z_0-9]+)(?:\\.as\\(.*\\))?;");

	private static final Map<Path, String> SOURCES = sources();

	private static Map<Path, String> sources() {
		try (var files = Files.walk(MAIN)) {
			return files.filter(file -> file.toString().endsWith(".java"))
				.collect(Collectors.toMap(file -> file, SourceTest::read));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Those of the console, but the words of a language, which are one file. */
	@Test
	void noFileOfAPageHasMoreThan250Lines() throws IOException {
		try (var files = Files.walk(Path.of("src/main/resources/org/solidarity/console/app"))) {
			assertThat(files.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".json")))
				.isNotEmpty()
				.allSatisfy(file -> assertThat(read(file).lines().count()).as("lines of %s", file)
					.isLessThanOrEqualTo(250));
		}
	}

	@Test
	void noFileHasMoreThan250Lines() {
		SOURCES
			.forEach((file, text) -> assertThat(text.lines().count()).as("lines of %s", file).isLessThanOrEqualTo(250));
	}

	@Test
	void noPackageHasMoreThan15Files() {
		SOURCES.keySet()
			.stream()
			.filter(file -> !file.endsWith("package-info.java"))
			.filter(file -> !file.startsWith(FULL))
			.collect(Collectors.groupingBy(Path::getParent, Collectors.counting()))
			.forEach((folder, files) -> assertThat(files).as("files in %s", folder).isLessThanOrEqualTo(15));
	}

	@Test
	void everyPackageSaysWhatItIsFor() {
		SOURCES.keySet()
			.stream()
			.map(Path::getParent)
			.distinct()
			.filter(folder -> !folder.equals(MAIN.resolve("org/solidarity")))
			.forEach(folder -> assertThat(SOURCES.getOrDefault(folder.resolve("package-info.java"), ""))
				.as("package-info of %s", folder)
				.contains("@NullMarked", "/**"));
	}

	@Test
	void aTableIsWrittenOnlyByItsOwnModule() {
		List<String> breaches = new ArrayList<>();
		SOURCES.forEach((file, text) -> {
			String module = MAIN.resolve("org/solidarity").relativize(file).getName(0).toString();
			Map<String, String> named = new HashMap<>();
			var names = NAMED.matcher(text);
			while (names.find()) {
				named.put(names.group(1), names.group(2));
			}
			var writes = WRITE.matcher(text);
			while (text.contains("org.jooq") && writes.find()) {
				String table = named.getOrDefault(writes.group(1), writes.group(1));
				if (!module.equals(Tables.OWNERS.get(table.toLowerCase()))) {
					breaches.add(file + " writes " + table);
				}
			}
		});
		assertThat(breaches).isEmpty();
	}

}
