package org.solidarity.exchange.mapping;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the language of a union's name by the small words that only one language has. */
final class NameLanguage {

	private static final Map<String, Set<String>> WORDS = new LinkedHashMap<>();
	static {
		WORDS.put("pt", Set.of("dos", "trabalhadores", "sindicatos", "união", "sindical", "geral", "confederação"));
		WORDS.put("es", Set.of("trabajadores", "trabajo", "confederación", "sindicatos", "unión", "obreros", "obrera",
				"costarricenses", "federación", "del", "obrero"));
		WORDS.put("fr", Set.of("des", "du", "travail", "travailleurs", "syndicats", "syndicale", "confédération",
				"générale", "syndicat", "fédération"));
		WORDS.put("it", Set.of("italiana", "lavoro", "lavoratori", "confederazione", "sindacati"));
		WORDS.put("de", Set.of("gewerkschaftsbund", "arbeitnehmerinnenverband", "schweizerischer", "österreichischer",
				"deutscher"));
		WORDS.put("nl", Set.of("vakverbond", "vakbonden", "vakbeweging", "vakverenigingen", "nationaal"));
		WORDS.put("sv", Set.of("centralorganisation", "landsorganisationen", "akademikers"));
		WORDS.put("ro", Set.of("confederația", "confederaţia", "națională", "naţională", "sindicală", "sindicatelor"));
		WORDS.put("tr", Set.of("sendikalari", "konfederasyonu", "sendikaları", "isçi", "işçi"));
	}

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");

	private static final Pattern ENGLISH = Pattern.compile("(?i)\\b(of|the|trade unions?|labou?r|workers)\\b");

	private NameLanguage() {
	}

	/**
	 * @return null for a name that seems to be English; {@code und} for one that is in a
	 * language that the words do not tell
	 */
	static @Nullable String of(String name) {
		var words = Arrays.asList(BETWEEN.split(name.toLowerCase(Locale.ROOT)));
		String best = null;
		long most = 0;
		for (var language : WORDS.entrySet()) {
			long hits = words.stream().filter(language.getValue()::contains).count();
			if (hits > most) {
				best = language.getKey();
				most = hits;
			}
		}
		if (best != null) {
			return best;
		}
		boolean ascii = name.chars().allMatch(c -> c < 128 || c == '–' || c == '’');
		return ascii || ENGLISH.matcher(name).find() ? null : "und";
	}

}
