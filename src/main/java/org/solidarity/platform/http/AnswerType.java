package org.solidarity.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The two media types that an answer can have, as GraphQL over HTTP names them. */
enum AnswerType {

	/** The status tells whether the operation was executed. */
	GRAPHQL(MediaType.APPLICATION_GRAPHQL_RESPONSE),

	/** The status is 200 for every request that is one, for clients from before. */
	JSON(MediaType.APPLICATION_JSON);

	private final MediaType type;

	AnswerType(MediaType type) {
		this.type = type;
	}

	String header() {
		return this.type + ";charset=utf-8";
	}

	/**
	 * The one that the Accept header likes best; where it names neither and takes
	 * anything, JSON. Empty where it takes neither.
	 */
	static Optional<AnswerType> of(HttpServletRequest request) {
		List<String> accept = Collections.list(request.getHeaders("Accept"));
		if (accept.isEmpty()) {
			return Optional.of(JSON);
		}
		try {
			var ranges = MediaType.parseMediaTypes(accept);
			double graphql = liking(ranges, GRAPHQL.type);
			double json = liking(ranges, JSON.type);
			if (graphql <= 0 && json <= 0) {
				return Optional.empty();
			}
			boolean named = ranges.stream().anyMatch(range -> range.equalsTypeAndSubtype(GRAPHQL.type));
			return Optional.of(graphql > json || (graphql == json && named) ? GRAPHQL : JSON);
		}
		catch (InvalidMediaTypeException ex) {
			return Optional.empty();
		}
	}

	/** The quality of the narrowest range that takes in the type; 0 where none does. */
	static double liking(List<MediaType> ranges, MediaType type) {
		return ranges.stream()
			.filter(range -> range.includes(type))
			.reduce((one, other) -> breadth(other) < breadth(one) ? other : one)
			.map(MediaType::getQualityValue)
			.orElse(0.0);
	}

	private static int breadth(MediaType range) {
		return range.isWildcardType() ? 2 : range.isWildcardSubtype() ? 1 : 0;
	}

}
