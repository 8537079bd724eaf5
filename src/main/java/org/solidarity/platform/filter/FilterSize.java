package org.solidarity.platform.filter;

import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;

/**
 * Counts what a filter asks for: how deep it goes, how many conditions and values it has.
 */
class FilterSize {

	private int depth;

	private int conditions;

	private int values;

	FilterSize add(GraphQLInputObjectType type, Map<String, Object> filter, int level) {
		this.depth = Math.max(this.depth, level);
		filter.forEach((name, value) -> {
			var of = GraphQLTypeUtil.unwrapAll(type.getField(name).getType());
			if (of instanceof GraphQLInputObjectType input && input.getName().endsWith("Filter")) {
				list(value).forEach(inner -> add(input, map(inner), level + 1));
			}
			else {
				condition(value);
			}
		});
		return this;
	}

	private void condition(Object value) {
		if (value instanceof Map<?, ?> comparisons) {
			comparisons.values().forEach(this::condition);
		}
		else if (value != null) {
			this.conditions++;
			this.values += list(value).size();
		}
	}

	private static List<?> list(Object value) {
		return value instanceof List<?> several ? several : value == null ? List.of() : List.of(value);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(Object value) {
		return (Map<String, Object>) value;
	}

	int depth() {
		return this.depth;
	}

	int conditions() {
		return this.conditions;
	}

	int values() {
		return this.values;
	}

}
