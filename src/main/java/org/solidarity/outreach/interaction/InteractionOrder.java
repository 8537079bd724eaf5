package org.solidarity.outreach.interaction;

import org.solidarity.platform.page.Direction;

/** In which order a list of interactions comes. */
record InteractionOrder(By field, Direction direction) {

	static final InteractionOrder DEFAULT = new InteractionOrder(By.AT, Direction.DESC);

	/** The values that interactions are ordered by. */
	enum By {

		AT, RECORDED_AT

	}

}
