package org.solidarity.endorsement.publication.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.limits.Limits;
import org.solidarity.platform.limits.Rates;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public list over HTTP. Answers may be kept by whoever asked, but are asked for
 * again before each use, so that what was removed is gone at once.
 */
@Controller
class PublicPageController {

	private static final String PATH = "/public/endorsers/{slug:[a-z0-9-]{1,80}}";

	private final PublicLists lists;

	private final PublicPage page;

	private final Rates rates;

	private final Limits limits;

	PublicPageController(PublicLists lists, PublicPage page, Rates rates, Limits limits) {
		this.lists = lists;
		this.page = page;
		this.rates = rates;
		this.limits = limits;
	}

	@GetMapping(PATH)
	ResponseEntity<byte[]> page(@PathVariable String slug, @RequestParam(defaultValue = "en") String language,
			HttpServletRequest request) {
		return answer(slug, request, "text/html;charset=UTF-8",
				found -> this.page.of(found.list(), found.endorsers(), language), Map.of("Content-Security-Policy",
						this.page.policy(), "Content-Language", this.page.language(language)));
	}

	@GetMapping(PATH + ".csv")
	ResponseEntity<byte[]> csv(@PathVariable String slug, HttpServletRequest request) {
		return answer(slug, request, "text/csv;charset=UTF-8", found -> PublicCsv.of(found.endorsers()),
				Map.of("Access-Control-Allow-Origin", "*", "Content-Disposition",
						"attachment; filename=\"endorsers-" + slug + ".csv\""));
	}

	@GetMapping(PATH + ".json")
	ResponseEntity<byte[]> json(@PathVariable String slug, HttpServletRequest request) {
		return answer(slug, request, "application/json",
				found -> JsonMapper.shared()
					.writeValueAsString(Map.of("slug", found.list().slug(), "title", found.list().title(), "asOf",
							found.list().asOf(), "total", found.endorsers().size(), "endorsers", found.endorsers())),
				Map.of("Access-Control-Allow-Origin", "*"));
	}

	@GetMapping(PATH + "/logos/{logo}")
	ResponseEntity<byte[]> logo(@PathVariable String slug, @PathVariable UUID logo, HttpServletRequest request) {
		Viewer viewer = anyone(request);
		return this.lists.logo(viewer, slug, logo)
			.map(image -> with(image.bytes(), image.mediaType(), Map.of()))
			.orElseGet(PublicPageController::none);
	}

	private ResponseEntity<byte[]> answer(String slug, HttpServletRequest request, String type,
			Function<PublicLists.Whole, String> form, Map<String, String> headers) {
		Viewer viewer = anyone(request);
		return this.lists.whole(viewer, slug)
			.map(form)
			.map(text -> with(text.getBytes(StandardCharsets.UTF_8), type, headers))
			.orElseGet(PublicPageController::none);
	}

	private Viewer anyone(HttpServletRequest request) {
		Viewer viewer = Viewer.anyone(request.getRemoteAddr());
		this.rates.request(viewer.id());
		this.rates.charge(viewer.id(), this.limits.aggregateCost());
		return viewer;
	}

	private static ResponseEntity<byte[]> with(byte[] body, String type, Map<String, String> headers) {
		var answer = ResponseEntity.ok()
			.cacheControl(CacheControl.noCache().cachePublic())
			.eTag(DigestUtils.md5DigestAsHex(body));
		headers.forEach(answer::header);
		return answer.header(HttpHeaders.CONTENT_TYPE, type)
			.header("Cross-Origin-Resource-Policy", "cross-origin")
			.body(body);
	}

	private static ResponseEntity<byte[]> none() {
		return ResponseEntity.status(HttpStatus.NOT_FOUND)
			.header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
			.body("There is no public list of endorsers here.\n".getBytes(StandardCharsets.UTF_8));
	}

	@ExceptionHandler
	ResponseEntity<byte[]> refused(Refused refused) {
		return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
			.header(HttpHeaders.RETRY_AFTER, String.valueOf(refused.extensions().get("retryAfter")))
			.header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
			.body((refused.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
	}

}
