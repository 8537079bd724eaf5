package org.solidarity.platform.page;

/** Of an order: smallest, earliest or A first, or the other way round. */
public enum Direction {

	ASC, DESC

}
