package org.solidarity.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.identity.SignIns;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Signing in and out: by JSON for programs, by a form for people; the form works without
 * a script.
 */
@Controller
class SignInController {

	static final String PATH = "/sign-in";

	private final SignIns signIns;

	private final Guesses guesses;

	private final SessionViewer sessions;

	private final CsrfTokenRepository csrfTokens;

	private final SignInPage page;

	private final Refusals refusals;

	SignInController(SignIns signIns, Guesses guesses, SessionViewer sessions, CsrfTokenRepository csrfTokens,
			SignInPage page, Refusals refusals) {
		this.signIns = signIns;
		this.guesses = guesses;
		this.sessions = sessions;
		this.csrfTokens = csrfTokens;
		this.page = page;
		this.refusals = refusals;
	}

	record Credentials(@Nullable String email, @Nullable String password) {

		/** Without the password, which must not reach a log. */
		@Override
		public String toString() {
			return "Credentials[" + this.email + "]";
		}

	}

	@GetMapping(PATH)
	void show(@Nullable CsrfToken csrf, HttpServletResponse response) throws IOException {
		this.page.write(response, HttpStatus.OK, csrf, "");
	}

	@PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void signIn(@RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
		begin(credentials, request, response);
	}

	@PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	void signIn(@RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "") String password,
			@Nullable CsrfToken csrf, HttpServletRequest request, HttpServletResponse response) throws IOException {
		try {
			begin(new Credentials(email, password), request, response);
			response.setStatus(HttpStatus.SEE_OTHER.value());
			response.setHeader("Location", "/");
		}
		catch (Refused refused) {
			this.refusals.head(response, refused);
			this.page.write(response,
					refused.code() == ErrorCode.RATE_LIMITED ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNAUTHORIZED,
					csrf, refused.getMessage());
		}
	}

	@PostMapping("/sign-out")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void signOut(HttpServletRequest request) {
		this.sessions.end(request);
	}

	@PostMapping("/sign-out-everywhere")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void signOutEverywhere(@AuthenticationPrincipal Viewer viewer, HttpServletRequest request) {
		this.signIns.signOutEverywhere(viewer);
		this.sessions.end(request);
	}

	@ExceptionHandler
	void refused(Refused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.refusals.write(request, response, refused);
	}

	/**
	 * @throws Refused UNAUTHENTICATED with the same words whatever was wrong, or
	 * RATE_LIMITED
	 */
	private void begin(Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
		String email = credentials.email() != null ? credentials.email().strip() : "";
		String password = credentials.password() != null ? credentials.password() : "";
		this.guesses.count(request.getRemoteAddr());
		UUID account = this.signIns.signIn(email, password)
			.orElseThrow(() -> new Refused(ErrorCode.UNAUTHENTICATED, "The e-mail address or the password is wrong."));
		this.guesses.uncount(request.getRemoteAddr());
		this.sessions.begin(request, account);
		this.csrfTokens.saveToken(this.csrfTokens.generateToken(request), request, response);
	}

}
