package org.solidarity.outreach.task;

import org.solidarity.platform.page.Direction;

/** In which order a list of tasks comes. */
record TaskOrder(By field, Direction direction) {

	static final TaskOrder DEFAULT = new TaskOrder(By.DUE, Direction.ASC);

	/** The values that tasks are ordered by. */
	enum By {

		DUE, CREATED_AT

	}

}
