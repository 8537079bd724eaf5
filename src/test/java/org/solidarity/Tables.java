package org.solidarity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which module owns which table or view: the one whose change log creates it. */
final class Tables {

	private static final Pattern CREATED = Pattern.compile("create (?:or replace )?(?:table|view) (\\w+)");

	/** By the name that the table has in SQL. */
	static final Map<String, String> OWNERS = owners();

	private Tables() {
	}

	/** The owner by the name of the table's class, as in {@code BodyRelation}. */
	static String owner(String className) {
		String name = className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase();
		return Objects.requireNonNullElse(OWNERS.get(name), "platform");
	}

	private static Map<String, String> owners() {
		Map<String, String> owners = new TreeMap<>();
		try (var files = Files.walk(Path.of("db/changelog"))) {
			for (Path file : files.filter(path -> path.toString().endsWith(".sql")).toList()) {
				var created = CREATED.matcher(Files.readString(file));
				while (created.find()) {
					owners.put(created.group(1), file.getParent().getFileName().toString());
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return owners;
	}

}
