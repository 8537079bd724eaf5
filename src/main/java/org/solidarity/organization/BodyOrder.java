package org.solidarity.organization;

import org.solidarity.platform.page.Direction;

/** In which order a list of bodies comes. */
public record BodyOrder(By field, Direction direction) {

	static final BodyOrder DEFAULT = new BodyOrder(By.NAME, Direction.ASC);

	/** The values that bodies are ordered by. */
	public enum By {

		NAME, CREATED_AT

	}

}
