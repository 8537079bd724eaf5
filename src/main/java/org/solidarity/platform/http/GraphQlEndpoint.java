package org.solidarity.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.live.Asked;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.HttpRequestHandler;

/** {@code POST /graphql}, as the GraphQL-over-HTTP draft and API.md have it. */
@Component
class GraphQlEndpoint implements HttpRequestHandler {

	private final WebGraphQlHandler graphql;

	private final RequestReader reader;

	private final PersistedQueries persisted;

	private final EventStreams streams;

	GraphQlEndpoint(WebGraphQlHandler graphql, RequestReader reader, PersistedQueries persisted, EventStreams streams) {
		this.graphql = graphql;
		this.reader = reader;
		this.persisted = persisted;
		this.streams = streams;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
		try {
			answer(request, response);
		}
		catch (HttpRefused refused) {
			tell(request, response, refused.status(), refused);
		}
		catch (Refused refused) {
			tell(request, response, HttpErrors.status(refused.code()), refused);
		}
	}

	private static void tell(HttpServletRequest request, HttpServletResponse response, int status, Refused refused)
			throws IOException {
		boolean later = status == HttpErrors.status(ErrorCode.RATE_LIMITED)
				|| status == HttpServletResponse.SC_SERVICE_UNAVAILABLE;
		if (isAnyone() && !later) {
			HttpErrors.write(request, response, Refused.unauthenticated());
		}
		else {
			HttpErrors.write(request, response, status, refused);
		}
	}

	/** Whoever has not signed in is told that first, whatever else is wrong. */
	private static boolean isAnyone() {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.getPrincipal() instanceof Viewer viewer && viewer.isAnyone();
	}

	private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!request.getMethod().equals("POST")) {
			response.setHeader("Allow", "POST");
			throw new HttpRefused(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "Send a POST request.");
		}
		if (EventStreams.isAsked(request)) {
			if (isAnyone()) {
				throw Refused.unauthenticated();
			}
			var call = Call.of(this.reader.read(request));
			this.streams.open(request, response,
					new Asked(this.persisted.document(call), call.operation(), call.variables()));
			return;
		}
		var type = AnswerType.of(request)
			.orElseThrow(() -> new HttpRefused(HttpServletResponse.SC_NOT_ACCEPTABLE,
					"Answers are application/graphql-response+json, application/json, or for subscriptions text/event-stream."));
		var call = Call.of(this.reader.read(request));
		try {
			var answer = execute(request, this.persisted.document(call), call);
			int status = status(type, answer);
			if (answer.getExecutionResult().isDataPresent() && !isAnyone()) {
				this.persisted.keep(call);
			}
			retryAfter(answer).ifPresent(seconds -> response.setHeader("Retry-After", seconds));
			HttpErrors.send(request, response, status, answer.toMap());
		}
		catch (HttpRefused refused) {
			throw refused;
		}
		catch (Refused refused) {
			throw new HttpRefused(
					type == AnswerType.JSON ? HttpServletResponse.SC_OK : HttpErrors.status(refused.code()), refused);
		}
	}

	private WebGraphQlResponse execute(HttpServletRequest request, String document, Call call) {
		var headers = new HttpHeaders();
		request.getHeaderNames().asIterator().forEachRemaining(name -> headers.add(name, request.getHeader(name)));
		var asked = new WebGraphQlRequest(URI.create("/graphql"), headers, new LinkedMultiValueMap<>(), null, Map.of(),
				new DefaultGraphQlRequest(document, call.operation(), call.variables(), call.extensions()),
				UUID.randomUUID().toString(), request.getLocale());
		return Objects.requireNonNull(this.graphql.handleRequest(asked).block());
	}

	/** What was refused before it was executed has no data. */
	private static int status(AnswerType type, WebGraphQlResponse answer) {
		var codes = answer.getErrors()
			.stream()
			.map(error -> String.valueOf(error.getExtensions().get("code")))
			.toList();
		if (answer.getData() == null) {
			for (var code : new ErrorCode[] { ErrorCode.RATE_LIMITED, ErrorCode.UNAUTHENTICATED,
					ErrorCode.UNAVAILABLE }) {
				if (codes.contains(code.name())) {
					return HttpErrors.status(code);
				}
			}
		}
		if (answer.getExecutionResult().isDataPresent()) {
			return HttpServletResponse.SC_OK;
		}
		if (codes.contains(ErrorCode.INTERNAL.name())) {
			return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
		}
		return type == AnswerType.JSON ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST;
	}

	private static Optional<String> retryAfter(WebGraphQlResponse answer) {
		return answer.getErrors()
			.stream()
			.map(error -> error.getExtensions().get("retryAfter"))
			.filter(Objects::nonNull)
			.map(Object::toString)
			.findFirst();
	}

}
