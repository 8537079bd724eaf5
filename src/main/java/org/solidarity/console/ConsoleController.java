package org.solidarity.console;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The console, for whoever is signed in: one page, which shows what its address names.
 */
@Controller
class ConsoleController {

	private final ConsolePage page;

	ConsoleController(ConsolePage page) {
		this.page = page;
	}

	@GetMapping("/")
	RedirectView home() {
		return new RedirectView("/console");
	}

	@GetMapping({ "/console", "/console/**" })
	ResponseEntity<String> console() {
		return ResponseEntity.ok()
			.header("Content-Security-Policy", this.page.policy())
			.cacheControl(CacheControl.noCache().cachePrivate())
			.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
			.body(this.page.html());
	}

}
