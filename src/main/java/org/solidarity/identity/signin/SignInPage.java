package org.solidarity.identity.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The page that a person signs in on. */
@Component
class SignInPage {

	private final String template;

	SignInPage() throws IOException {
		this.template = new ClassPathResource("sign-in.html", SignInPage.class)
			.getContentAsString(StandardCharsets.UTF_8);
	}

	/**
	 * @param csrf null for whoever sends an API token, and has nothing to sign in for
	 */
	void write(HttpServletResponse response, HttpStatus status, @Nullable CsrfToken csrf, String message)
			throws IOException {
		response.setStatus(status.value());
		response.setHeader("Content-Security-Policy",
				"default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
		response.setContentType(MediaType.TEXT_HTML_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.getWriter()
			.write(this.template.replace("{{csrf}}", HtmlUtils.htmlEscape(csrf != null ? csrf.getToken() : ""))
				.replace("{{message}}", HtmlUtils.htmlEscape(message)));
	}

}
