package org.solidarity.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The console's own files. They stand under a path that changes with any of them, so that
 * a browser may keep them for ever.
 *
 * @param path where they are served, with a slash at its end
 * @param files their names below it
 */
record Assets(String path, List<String> files) {

	static final String FOLDER = "org/solidarity/console/app/";

	/** Folders of what every page needs. */
	private static final List<String> FOUNDATION = List.of("frame/", "design/", "graphql/", "i18n/");

	static Assets find() throws IOException {
		SortedMap<String, byte[]> contents = new TreeMap<>();
		for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "**/*.*")) {
			String url = file.getURL().toString();
			contents.put(url.substring(url.indexOf(FOLDER) + FOLDER.length()), file.getContentAsByteArray());
		}
		var digest = sha256();
		contents.forEach((name, content) -> {
			digest.update(name.getBytes(StandardCharsets.UTF_8));
			digest.update(content);
		});
		return new Assets("/assets/" + HexFormat.of().formatHex(digest.digest()).substring(0, 16) + "/",
				List.copyOf(contents.keySet()));
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The scripts that every page needs, to be fetched before they are asked for. */
	List<String> foundation() {
		return paths(".js").stream()
			.filter(file -> FOUNDATION.stream().anyMatch(folder -> file.startsWith(this.path + folder)))
			.toList();
	}

	List<String> styles() {
		return paths(".css");
	}

	/** The languages that there is a file of words for. */
	List<String> languages() {
		return this.files.stream()
			.filter(file -> file.startsWith("i18n/") && file.endsWith(".json"))
			.map(file -> file.substring("i18n/".length(), file.length() - ".json".length()))
			.toList();
	}

	private List<String> paths(String end) {
		return this.files.stream().filter(file -> file.endsWith(end)).map(file -> this.path + file).toList();
	}

}
