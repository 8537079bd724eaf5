package org.solidarity.platform.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, as GraphQL over HTTP writes it; other properties are ignored.
 */
record Call(@Nullable String document, @Nullable String operation, Map<String, Object> variables,
		Map<String, Object> extensions) {

	/**
	 * @throws HttpRefused where a property has a value of another kind
	 */
	static Call of(Map<?, ?> body) {
		return new Call(text(body, "query"), text(body, "operationName"), object(body, "variables"),
				object(body, "extensions"));
	}

	private static @Nullable String text(Map<?, ?> body, String property) {
		Object value = body.get(property);
		if (value == null || value instanceof String) {
			return (String) value;
		}
		throw wrong(property, "a string");
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> object(Map<?, ?> body, String property) {
		Object value = body.get(property);
		if (value == null) {
			return Map.of();
		}
		if (value instanceof Map<?, ?> object) {
			return (Map<String, Object>) object;
		}
		throw wrong(property, "an object");
	}

	private static HttpRefused wrong(String property, String allowed) {
		return new HttpRefused(HttpServletResponse.SC_BAD_REQUEST, property + " must be " + allowed + " or null.");
	}

}
