package org.solidarity.endorsement.publication.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The public list as a small page that other sites may show in a frame: no script, and
 * nothing from elsewhere.
 */
@Component
class PublicPage {

	private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));

	private final String template;

	private final String policy;

	PublicPage() throws IOException, NoSuchAlgorithmException {
		String style = resource("endorsers.css");
		this.template = resource("endorsers.html").replace("{{style}}", style);
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
		this.policy = "default-src 'none'; img-src 'self'; style-src 'sha256-"
				+ Base64.getEncoder().encodeToString(digest)
				+ "'; base-uri 'none'; form-action 'none'; frame-ancestors *";
	}

	private static String resource(String name) throws IOException {
		return new ClassPathResource(name, PublicPage.class).getContentAsString(StandardCharsets.UTF_8);
	}

	/** What a browser may do with the page. */
	String policy() {
		return this.policy;
	}

	/**
	 * The language that the page has where this one is asked for: English, unless it has
	 * that one.
	 */
	String language(String asked) {
		return locale(asked).toLanguageTag();
	}

	private static Locale locale(String asked) {
		return LANGUAGES.stream()
			.filter(language -> language.getLanguage().equals(asked))
			.findFirst()
			.orElse(Locale.ENGLISH);
	}

	String of(PublicList list, List<PublicEndorser> endorsers, String asked) {
		Locale locale = locale(asked);
		String items = endorsers.stream().map(endorser -> item(endorser, locale)).collect(Collectors.joining());
		String told = words(locale, switch (endorsers.size()) {
			case 0 -> "none";
			case 1 -> "one";
			default -> "many";
		}, NumberFormat.getIntegerInstance(locale).format(endorsers.size()), day(list.asOf(), locale));
		return this.template.replace("{{language}}", locale.toLanguageTag())
			.replace("{{title}}", escape(list.title()))
			.replace("{{told}}", escape(told))
			.replace("{{endorsers}}", items);
	}

	private static String item(PublicEndorser endorser, Locale locale) {
		String place = Stream
			.of(endorser.acronym(), endorser.region() != null ? endorser.region() : endorser.country(),
					endorser.endorsedOn() == null ? null : since(endorser.endorsedOn(), locale))
			.filter(part -> part != null)
			.collect(Collectors.joining(" · "));
		return "<li>" + logo(endorser.logo()) + "<div class=\"name\">" + escape(endorser.name())
				+ "</div><div class=\"place\">" + escape(place) + "</div>" + quote(endorser.quote()) + "</li>\n";
	}

	private static String logo(PublicEndorser.@Nullable Logo logo) {
		return logo == null ? "" : "<img src=\"" + escape(logo.path()) + "\" loading=\"lazy\" alt=\""
				+ escape(logo.alternativeText()) + "\">";
	}

	private static String quote(PublicEndorser.@Nullable Quote quote) {
		if (quote == null) {
			return "";
		}
		String language = quote.language() == null ? "" : " lang=\"" + escape(quote.language()) + "\"";
		String speaker = quote.speaker() == null ? "" : "<footer>" + escape(quote.speaker()) + "</footer>";
		return "<blockquote" + language + ">" + escape(quote.text()) + speaker + "</blockquote>";
	}

	private static String words(Locale locale, String key, Object... values) {
		var words = ResourceBundle.getBundle(PublicPage.class.getPackageName() + ".words", locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		return MessageFormat.format(words.getString(key), values);
	}

	/** As exactly as it is known: to the day, the month or the year. */
	private static String since(String known, Locale locale) {
		return switch (known.length()) {
			case 4 -> words(locale, "sinceYear", known);
			case 7 -> words(locale, "sinceMonth",
					DateTimeFormatter.ofPattern(words(locale, "month"), locale).format(YearMonth.parse(known)));
			default -> words(locale, "since", day(LocalDate.parse(known), locale));
		};
	}

	private static String day(LocalDate day, Locale locale) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
	}

	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
	}

}
