package org.solidarity.platform.socket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.live.Asked;
import tools.jackson.databind.json.JsonMapper;

/** A message of graphql-transport-ws. */
record Message(String type, @Nullable String id, Map<String, Object> payload) {

	static final String ACK = "{\"type\":\"connection_ack\"}";

	static final String PONG = "{\"type\":\"pong\"}";

	private static final int LONGEST_ID = 200;

	/** Empty where it has not the form of one. */
	@SuppressWarnings("unchecked")
	static Optional<Message> of(Map<?, ?> json) {
		Object id = json.get("id");
		Object payload = json.get("payload");
		boolean sound = json.get("type") instanceof String
				&& (id == null || (id instanceof String text && !text.isEmpty() && text.length() <= LONGEST_ID))
				&& (payload == null || payload instanceof Map);
		return sound ? Optional.of(new Message((String) json.get("type"), (String) id,
				payload != null ? (Map<String, Object>) payload : Map.of())) : Optional.empty();
	}

	/** The operation of a subscribe message; empty where it has none. */
	@SuppressWarnings("unchecked")
	Optional<Asked> asked() {
		Object document = this.payload.get("query");
		Object operation = this.payload.get("operationName");
		Object variables = this.payload.get("variables");
		boolean sound = document instanceof String && (operation == null || operation instanceof String)
				&& (variables == null || variables instanceof Map);
		return sound ? Optional.of(new Asked((String) document, (String) operation,
				variables != null ? (Map<String, Object>) variables : Map.of())) : Optional.empty();
	}

	/** The API token of a connection_init message; empty where it has none. */
	Optional<String> token() {
		if (this.payload.get("token") instanceof String token) {
			return Optional.of(token.strip());
		}
		return this.payload.entrySet()
			.stream()
			.filter(entry -> entry.getKey().equalsIgnoreCase("authorization"))
			.map(Map.Entry::getValue)
			.filter(String.class::isInstance)
			.map(String.class::cast)
			.filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
			.map(header -> header.substring(7).strip())
			.findFirst();
	}

	static String next(String id, String answer) {
		return "{\"id\":" + quoted(id) + ",\"type\":\"next\",\"payload\":" + answer + "}";
	}

	static String error(String id, List<Map<String, Object>> errors) {
		return "{\"id\":" + quoted(id) + ",\"type\":\"error\",\"payload\":"
				+ JsonMapper.shared().writeValueAsString(errors) + "}";
	}

	private static String quoted(String text) {
		return JsonMapper.shared().writeValueAsString(text);
	}

}
