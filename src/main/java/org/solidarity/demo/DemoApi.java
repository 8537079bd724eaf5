package org.solidarity.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records by the same GraphQL that everyone uses. */
@Component
class DemoApi {

	private final ExecutionGraphQlService graphQl;

	private final JsonMapper json;

	DemoApi(ExecutionGraphQlService graphQl, JsonMapper json) {
		this.graphQl = graphQl;
		this.json = json;
	}

	/**
	 * Does one mutation.
	 * @param mutation its name; its input type is named after it
	 * @param selection what to return of its payload
	 * @param input null values are left out
	 * @return the payload
	 */
	JsonNode record(String mutation, String selection, Map<String, ?> input) {
		String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
		String document = "mutation ($input: " + type + ") { " + mutation + "(input: $input) { " + selection
				+ " errors { message } } }";
		var request = new DefaultExecutionGraphQlRequest(document, null, Map.of("input", given(input)), Map.of(),
				UUID.randomUUID().toString(), null);
		request.configureExecutionInput(
				(execution, builder) -> builder.graphQLContext(Map.of(Viewer.class, Viewer.SYSTEM)).build());
		var response = this.graphQl.execute(request).block();
		if (response == null || !response.getExecutionResult().getErrors().isEmpty()) {
			throw new IllegalStateException(mutation + " " + input + ": "
					+ (response == null ? "no answer" : response.getExecutionResult().getErrors()));
		}
		JsonNode payload = this.json.valueToTree(response.getExecutionResult().<Object>getData()).get(mutation);
		if (!payload.get("errors").isEmpty()) {
			throw new IllegalStateException(mutation + " " + input + ": " + payload.get("errors"));
		}
		return payload;
	}

	private static Map<String, Object> given(Map<String, ?> input) {
		Map<String, Object> given = new HashMap<>();
		input.forEach((name, value) -> {
			if (value != null) {
				given.put(name, value);
			}
		});
		return given;
	}

}
