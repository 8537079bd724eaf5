package org.solidarity.platform.limits;

/**
 * What an operation asks for.
 *
 * @param points what it costs
 * @param nodes how many nodes it can bring back at most
 */
record Cost(long points, long nodes) {

	/** More than any limit, and so little that products do not overflow. */
	private static final long MANY = 1L << 30;

	static final Cost NOTHING = new Cost(0, 0);

	Cost plus(Cost other) {
		return new Cost(Math.min(MANY, this.points + other.points), Math.min(MANY, this.nodes + other.nodes));
	}

	Cost times(long size) {
		long times = Math.clamp(size, 0, MANY);
		return new Cost(Math.min(MANY, this.points * times), Math.min(MANY, this.nodes * times));
	}

}
