package org.solidarity.platform.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.solidarity.platform.Refused;
import org.solidarity.platform.limits.Limits;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON object that a client has sent, never deeper than is allowed. */
@Component
public class JsonObjects {

	private final JsonMapper json;

	private final Limits limits;

	JsonObjects(Limits limits) {
		this.limits = limits;
		var constraints = StreamReadConstraints.builder()
			.maxNestingDepth(limits.jsonNesting())
			.maxNumberLength(100)
			.build();
		this.json = JsonMapper
			.builder(JsonFactory.builder()
				.streamReadConstraints(constraints)
				.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
				.build())
			.build();
	}

	/**
	 * @throws Refused where the text is not a JSON object, or is nested too deep
	 */
	public Map<?, ?> read(String text) {
		try {
			if (this.json.readValue(text, Object.class) instanceof Map<?, ?> object) {
				return object;
			}
		}
		catch (StreamConstraintsException ex) {
			throw new HttpRefused(HttpServletResponse.SC_BAD_REQUEST,
					Refused.limit("jsonNesting", this.limits.jsonNesting() + 1L, this.limits.jsonNesting()));
		}
		catch (JacksonException ex) {
			throw new HttpRefused(HttpServletResponse.SC_BAD_REQUEST,
					"The body is not JSON, or names a property twice.");
		}
		throw new HttpRefused(HttpServletResponse.SC_BAD_REQUEST,
				"The body is not a JSON object; one request at a time is answered.");
	}

}
