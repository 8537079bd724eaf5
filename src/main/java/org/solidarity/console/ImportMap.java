package org.solidarity.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which file of a library a script means by its name; each library's jar says it for its
 * own files, with its version in their path.
 *
 * @param json the map as the page holds it
 */
record ImportMap(String json) {

	/** The libraries that the console uses, by the first part of their paths. */
	static final Set<String> LIBRARIES = Set.of("lit", "lit-html", "lit-element", "reactive-element", "echarts");

	private static final String ROOT = "/_static/";

	static ImportMap ofLibraries() throws IOException {
		Map<String, String> imports = new TreeMap<>();
		for (var map : new PathMatchingResourcePatternResolver().getResources("classpath*:META-INF/importmap.json")) {
			JsonMapper.shared()
				.readTree(map.getContentAsByteArray())
				.get("imports")
				.forEachEntry((name, path) -> imports.put(name, path.asString()));
		}
		imports.values().removeIf(path -> !LIBRARIES.contains(path.substring(ROOT.length()).split("/")[0]));
		return new ImportMap(JsonMapper.shared().writeValueAsString(Map.of("imports", imports)));
	}

	/** What allows it in a Content-Security-Policy. */
	String source() {
		return "'sha256-"
				+ Base64.getEncoder().encodeToString(Assets.sha256().digest(this.json.getBytes(StandardCharsets.UTF_8)))
				+ "'";
	}

}
