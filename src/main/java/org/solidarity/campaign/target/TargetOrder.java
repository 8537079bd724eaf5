package org.solidarity.campaign.target;

import org.solidarity.platform.page.Direction;

/** In which order a list of targets comes. */
record TargetOrder(By field, Direction direction) {

	static final TargetOrder DEFAULT = new TargetOrder(By.PRIORITY, Direction.ASC);

	/** The values that targets are ordered by. */
	enum By {

		PRIORITY, NAME, ADDED_AT, FOLLOW_UP_ON

	}

}
