package org.solidarity.action;

import org.solidarity.platform.page.Direction;

/** In which order a list of actions comes. */
public record ActionOrder(By field, Direction direction) {

	static final ActionOrder DEFAULT = new ActionOrder(By.STARTS_AT, Direction.ASC);

	/** The values that actions are ordered by. */
	public enum By {

		STARTS_AT, CREATED_AT

	}

}
