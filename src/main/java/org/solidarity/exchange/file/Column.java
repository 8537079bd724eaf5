package org.solidarity.exchange.file;

import java.util.List;

/**
 * A column that a mapping reads.
 *
 * @param names under which it comes, lower case, the usual one first
 */
public record Column(List<String> names, boolean required) {

	public static Column required(String... names) {
		return new Column(List.of(names), true);
	}

	public static Column optional(String... names) {
		return new Column(List.of(names), false);
	}

	public String name() {
		return this.names.getFirst();
	}

}
