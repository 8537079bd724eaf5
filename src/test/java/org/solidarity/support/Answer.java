package org.solidarity.support;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answered. */
public record Answer(JsonNode body) {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(tools.jackson.core.json.JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
		.enable(tools.jackson.core.json.JsonReadFeature.ALLOW_SINGLE_QUOTES)
		.build();

	/**
	 * The whole of {@code data} is this; property names and texts may stand without
	 * double quotes.
	 */
	public Answer is(String expected) {
		assertThat(this.body.get("errors")).isNull();
		assertThat(this.body.get("data")).isEqualTo(JSON.readTree(expected));
		return this;
	}

	/**
	 * The value at a JSON pointer below {@code data}; fails where there were errors at
	 * the top.
	 */
	public JsonNode at(String pointer) {
		assertThat(this.body.get("errors")).isNull();
		return this.body.get("data").at(pointer);
	}

	public String text(String pointer) {
		return at(pointer).asString();
	}

	/** Refused as a whole, with this code. */
	public Answer isRefused(String code) {
		assertThat(this.body.at("/errors/0/extensions/code").asString()).as("%s", this.body).isEqualTo(code);
		return this;
	}

	/** Refused by the one mutation in it, with this error: CODE path.path … */
	public Answer hasUserErrors(String... expected) {
		var errors = this.body.get("data").iterator().next().get("errors");
		assertThat(errors)
			.extracting(error -> error.get("code").asString() + " "
					+ String.join(".", error.get("path").valueStream().map(JsonNode::asString).toList()))
			.containsExactly(expected);
		return this;
	}

}
