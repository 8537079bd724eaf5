package org.solidarity.platform.page;

import org.jspecify.annotations.Nullable;

/**
 * The four paging arguments of a connection, checked, and which of the costly answers are
 * wanted.
 *
 * @param size how many rows
 * @param backward whether they are the last ones before {@code before} rather than the
 * first after {@code after}
 * @param counted whether the total is wanted
 * @param bounded whether it is wanted to know if there is something on the side that the
 * page was entered from
 */
public record PageRequest(int size, boolean backward, @Nullable String after, @Nullable String before, boolean counted,
		boolean bounded) {

	public static final int DEFAULT_SIZE = 25;

	/** Whether it begins at a cursor rather than at the end of the list. */
	boolean entered() {
		return (this.backward ? this.before : this.after) != null;
	}

	/** The first rows and nothing else. */
	public static PageRequest first(int size) {
		return new PageRequest(size, false, null, null, false, false);
	}

}
