package org.solidarity.platform;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class FilterLimitsTest {

	private static final Map<String, Object> NOBODY = Map.of("name", Map.of("eq", "no body has this name"));

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Test
	void threeLevelsBelowTheFilterAreAllowedAndFourAreNot() {
		Map<String, Object> three = Map.of("and", List.of(Map.of("or", List.of(Map.of("and", List.of(NOBODY))))));
		ask(three).is("{bodies: {nodes: []}}");
		ask(Map.of("or", List.of(three))).isRefused("LIMIT_EXCEEDED");
	}

	@Test
	void twentyConditionsAreAllowedAndTwentyOneAreNot() {
		ask(Map.of("and", Collections.nCopies(20, NOBODY))).is("{bodies: {nodes: []}}");
		ask(Map.of("and", Collections.nCopies(21, NOBODY))).isRefused("LIMIT_EXCEEDED");
	}

	@Test
	void aHundredValuesAreAllowedAndOneMoreIsNot() {
		ask(Map.of("name", Map.of("in", Collections.nCopies(100, "none")))).is("{bodies: {nodes: []}}");
		ask(Map.of("name", Map.of("in", Collections.nCopies(101, "none")))).isRefused("LIMIT_EXCEEDED");
	}

	private org.solidarity.support.Answer ask(Map<String, Object> filter) {
		return this.api.ask(this.viewers.staff(),
				"query ($f: BodyFilter) { bodies(filter: $f, first: 1) { nodes { id } } }", "f", filter);
	}

}
