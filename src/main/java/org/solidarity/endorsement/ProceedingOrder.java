package org.solidarity.endorsement;

import org.solidarity.platform.page.Direction;

/** In which order a list of proceedings comes. */
record ProceedingOrder(By field, Direction direction) {

	static final ProceedingOrder DEFAULT = new ProceedingOrder(By.BODY_NAME, Direction.ASC);

	/** The values that proceedings are ordered by. */
	enum By {

		BODY_NAME, STAGE_SINCE, CREATED_AT

	}

}
