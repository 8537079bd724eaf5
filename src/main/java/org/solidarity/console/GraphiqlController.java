package org.solidarity.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** GraphiQL, for whoever is signed in, with queries to begin from. */
@Controller
class GraphiqlController {

	/**
	 * Everything comes from here, nothing inline is run, and only our own policy turns
	 * text into markup. CodeMirror and React set styles by script, which needs no
	 * permission; the hash is that of the one style element that GraphiQL's dialogs
	 * insert to keep the page behind them from scrolling.
	 */
	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-Y/huXlwoYkVyQlxwSVcCi1RCDGDCSVBzDt0hYP9qlTc='; img-src data:; "
			+ "font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
			+ "require-trusted-types-for 'script'; trusted-types default inert";

	private final Examples examples;

	GraphiqlController(Examples examples) {
		this.examples = examples;
	}

	@GetMapping("/graphiql")
	ResponseEntity<Resource> graphiql() {
		return ResponseEntity.ok()
			.header("Content-Security-Policy", POLICY)
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.body(new ClassPathResource("graphiql.html", GraphiqlController.class));
	}

	@GetMapping("/graphiql/examples")
	@ResponseBody
	List<String> examples() {
		return this.examples.queries();
	}

}
