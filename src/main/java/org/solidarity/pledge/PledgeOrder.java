package org.solidarity.pledge;

import org.solidarity.platform.page.Direction;

/** In which order a list of pledges comes. */
record PledgeOrder(By field, Direction direction) {

	static final PledgeOrder DEFAULT = new PledgeOrder(By.RECORDED_AT, Direction.DESC);

	/** The values that pledges are ordered by. */
	enum By {

		DUE, AMOUNT, RECORDED_AT

	}

}
