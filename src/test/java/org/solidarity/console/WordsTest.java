package org.solidarity.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.UserError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each language has a file with all words of the console, and says the same in them. */
class WordsTest {

	private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

	private static final Pattern USED = Pattern.compile("\\bt\\(\\s*'([\\w.]+)'");

	private static final Pattern TYPE = Pattern.compile("\\b(?:word|choices)\\('(\\w+)'");

	private static Map<String, String> words(String language) throws IOException {
		Map<String, String> words = new TreeMap<>();
		collect("",
				JsonMapper.shared().readTree(Files.readString(DocumentsTest.APP.resolve("i18n/" + language + ".json"))),
				words);
		return words;
	}

	/** Plural forms of a key are told together; languages have more or fewer of them. */
	private static void collect(String key, JsonNode node, Map<String, String> words) {
		if (node.isString()) {
			words.put(key, node.asString());
		}
		else if (node.has("other")) {
			words.put(key, node.get("other").asString());
		}
		else {
			node.forEachEntry((name, value) -> collect(key.isEmpty() ? name : key + "." + name, value, words));
		}
	}

	private static List<String> places(String text) {
		return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
	}

	@Test
	void everyLanguageHasTheSameKeysWithTheSamePlaces() throws IOException {
		var english = words("en");
		var spanish = words("es");
		assertThat(spanish.keySet()).isEqualTo(english.keySet());
		english.forEach((key, text) -> assertThat(places(spanish.get(key))).as(key).isEqualTo(places(text)));
	}

	@Test
	void everyWordThatAPageUsesIsThere() throws IOException {
		var english = words("en");
		List<String> missing = new ArrayList<>();
		for (var file : DocumentsTest.files(".js").entrySet()) {
			USED.matcher(file.getValue())
				.results()
				.map(result -> result.group(1))
				.filter(key -> !english.containsKey(key))
				.forEach(key -> missing.add(file.getKey() + ": " + key));
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void everyValueOfAnEnumThatIsShownHasAWord() throws IOException {
		var english = words("en");
		var types = new TreeSet<String>();
		for (String text : DocumentsTest.files(".js").values()) {
			TYPE.matcher(text).results().forEach(result -> types.add(result.group(1)));
		}
		types.remove("Region");
		String schema = Files.readString(java.nio.file.Path.of("schema.graphqls"));
		for (String type : types) {
			var values = Pattern.compile("(?s)\\nenum " + type + " \\{(.*?)\\n}").matcher(schema);
			assertThat(values.find()).as(type).isTrue();
			Pattern.compile("(?m)^  ([A-Z_]+)$")
				.matcher(values.group(1))
				.results()
				.forEach(value -> assertThat(english).containsKey(type + "." + value.group(1)));
		}
	}

	@Test
	void everyErrorOfTheApiHasWords() throws IOException {
		var english = words("en");
		for (ErrorCode code : ErrorCode.values()) {
			assertThat(english).containsKey("problem." + code);
		}
		for (UserError.Code code : UserError.Code.values()) {
			assertThat(english).containsKey("fault." + code);
		}
	}

}
