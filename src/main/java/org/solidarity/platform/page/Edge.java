package org.solidarity.platform.page;

/** One row of a page and the cursor that continues from it. */
public record Edge<R>(String cursor, R node) {
}
