package org.solidarity.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.Refused;
import org.solidarity.platform.errors.Failures;
import tools.jackson.databind.json.JsonMapper;

/** Answers with one error and nothing else, in the shape that every answer has. */
public final class HttpErrors {

	private static final int UNPROCESSABLE = 422;

	private HttpErrors() {
	}

	/** Writes the refusal under the status that it names, or else that its code has. */
	public static void write(HttpServletRequest request, HttpServletResponse response, Refused refused)
			throws IOException {
		write(request, response, refused instanceof HttpRefused http ? http.status() : status(refused.code()), refused);
	}

	/** Writes everything that is wrong with an input. */
	static void write(HttpServletRequest request, HttpServletResponse response, Invalid invalid) throws IOException {
		var errors = invalid.errors()
			.stream()
			.map(error -> Map.of("message", error.message(), "path", error.path(), "extensions",
					Map.of("code", error.code())))
			.toList();
		send(request, response, UNPROCESSABLE, Map.of("errors", errors));
	}

	static void write(HttpServletRequest request, HttpServletResponse response, int status, Refused refused)
			throws IOException {
		if (refused.extensions().get("retryAfter") instanceof Long seconds) {
			response.setHeader("Retry-After", seconds.toString());
		}
		send(request, response, status, Map.of("errors", List.of(Failures.shown(refused))));
	}

	static void send(HttpServletRequest request, HttpServletResponse response, int status, Map<String, Object> answer)
			throws IOException {
		byte[] body = JsonMapper.shared().writeValueAsBytes(answer);
		response.setStatus(status);
		if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
			response.setHeader("Retry-After", "5");
		}
		if (status == HttpServletResponse.SC_UNAUTHORIZED) {
			response.setHeader("WWW-Authenticate", "Bearer");
		}
		response.setContentType(AnswerType.of(request).orElse(AnswerType.JSON).header());
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	/** What HTTP calls a code that the whole request met. */
	static int status(ErrorCode code) {
		return switch (code) {
			case UNAUTHENTICATED -> HttpServletResponse.SC_UNAUTHORIZED;
			case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
			case RATE_LIMITED -> 429;
			case UNAVAILABLE -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
			case INTERNAL -> HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
			default -> HttpServletResponse.SC_BAD_REQUEST;
		};
	}

}
