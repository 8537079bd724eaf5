package org.solidarity.endorsement.stage;

import java.util.UUID;

/** That a proceeding was made one with another, by what is known now. */
record Combination(UUID from, UUID into) {

	/** Proceedings that can be made one with the same one. */
	static final int MAXIMUM = 100;

}
