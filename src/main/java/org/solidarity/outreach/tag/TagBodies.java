package org.solidarity.outreach.tag;

import java.util.List;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;

/** Putting a tag on bodies, and taking it off. */
interface TagBodies {

	int MAXIMUM = 200;

	record Input(NodeId tagId, List<NodeId> bodyIds) {

		void check() {
			new Checks()
				.that(!this.bodyIds.isEmpty() && this.bodyIds.size() <= MAXIMUM, UserError.Code.OUT_OF_RANGE,
						"bodyIds holds " + this.bodyIds.size() + " ids; allowed are 1 to " + MAXIMUM + ".", "input",
						"bodyIds")
				.done();
		}

	}

	/**
	 * @param changed how many bodies had it not, or had it
	 */
	record Payload(Tag tag, int changed) {
	}

}
