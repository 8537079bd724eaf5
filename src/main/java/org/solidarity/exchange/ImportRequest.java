package org.solidarity.exchange;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.solidarity.exchange.file.ImportRefused;
import org.springframework.boot.ApplicationArguments;

/**
 * What the command line asks for.
 *
 * @param encoding as told; null to find it out
 * @param asOf the day of observations to which the file gives none; null for the day of
 * the file
 */
record ImportRequest(Path file, String mapping, @Nullable Charset encoding, @Nullable LocalDate asOf) {

	static final String COMMAND = "import";

	private static final String USAGE = "Usage: import --mapping=NAME [--encoding=windows-1252] [--as-of=2021-12-31] FILE";

	private static final Set<String> OPTIONS = Set.of("mapping", "encoding", "as-of");

	static boolean isIn(ApplicationArguments arguments) {
		return arguments.getNonOptionArgs().contains(COMMAND);
	}

	/**
	 * @throws ImportRefused where the arguments do not make an import; options with a dot
	 * are configuration, and not looked at
	 */
	static ImportRequest of(ApplicationArguments arguments) {
		var unknown = new TreeSet<>(arguments.getOptionNames());
		unknown.removeIf(name -> OPTIONS.contains(name) || name.contains(".") || name.equals("debug"));
		if (!unknown.isEmpty()) {
			throw new ImportRefused("There is no option --" + unknown.first() + ". " + USAGE);
		}
		var words = arguments.getNonOptionArgs();
		String mapping = option(arguments, "mapping");
		if (words.size() != 2 || !words.getFirst().equals(COMMAND) || mapping == null) {
			throw new ImportRefused(USAGE);
		}
		return new ImportRequest(Path.of(words.get(1)), mapping, encoding(option(arguments, "encoding")),
				day(option(arguments, "as-of")));
	}

	private static @Nullable String option(ApplicationArguments arguments, String name) {
		List<String> values = arguments.getOptionValues(name);
		if (values == null) {
			return null;
		}
		if (values.size() != 1 || values.getFirst().isBlank()) {
			throw new ImportRefused("The option --" + name + " needs one value. " + USAGE);
		}
		return values.getFirst();
	}

	private static @Nullable Charset encoding(@Nullable String name) {
		try {
			return name != null ? Charset.forName(name) : null;
		}
		catch (IllegalArgumentException ex) {
			throw new ImportRefused("There is no encoding " + name + "; tell utf-8, windows-1252 or utf-16le.");
		}
	}

	private static @Nullable LocalDate day(@Nullable String text) {
		try {
			return text != null ? LocalDate.parse(text) : null;
		}
		catch (DateTimeException ex) {
			throw new ImportRefused(text + " is not a day; tell it like --as-of=2021-12-31.");
		}
	}

	/** What else than the content makes two imports different. */
	String options() {
		return (this.encoding != null ? "encoding=" + this.encoding.name() + " " : "")
				+ (this.asOf != null ? "as-of=" + this.asOf : "");
	}

}
