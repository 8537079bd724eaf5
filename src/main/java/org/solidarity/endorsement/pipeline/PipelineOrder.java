package org.solidarity.endorsement.pipeline;

import org.solidarity.platform.page.Direction;

/** In which order a pipeline comes. */
record PipelineOrder(By field, Direction direction) {

	static final PipelineOrder DEFAULT = new PipelineOrder(By.PRIORITY, Direction.ASC);

	/** The values that entries are ordered by. */
	enum By {

		PRIORITY, BODY_NAME, STAGE, STAGE_SINCE, FOLLOW_UP_ON, COMING_ON

	}

}
