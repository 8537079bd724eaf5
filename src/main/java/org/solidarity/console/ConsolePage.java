package org.solidarity.console;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The page that all addresses of the console show, and what a browser lets it do: run the
 * scripts of this server and the one import map, and nothing that is written into it. Two
 * policies may make markup: Lit's, of the templates in our own files, and the default
 * one, which lets nothing through but the emptiness that ECharts clears its place with.
 *
 * @param html the page
 * @param policy its Content-Security-Policy
 */
record ConsolePage(String html, String policy) {

	static ConsolePage of(String frame, ImportMap imports, Assets assets) {
		String html = frame.replace("{{imports}}", imports.json())
			.replace("{{languages}}", String.join(" ", assets.languages()))
			.replace("{{styles}}", lines("<link rel=\"stylesheet\" href=\"%s\">", assets.styles()))
			.replace("{{modules}}", lines("<link rel=\"modulepreload\" href=\"%s\">", assets.foundation()))
			.replace("{{assets}}", assets.path());
		return new ConsolePage(html,
				"default-src 'none'; script-src 'self' " + imports.source()
						+ "; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
						+ "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
						+ "trusted-types lit-html default");
	}

	private static String lines(String line, List<String> paths) {
		return paths.stream().map(line::formatted).collect(Collectors.joining("\n    "));
	}

}
