package org.solidarity.organization.name;

import java.time.LocalDate;
import org.solidarity.organization.Body;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;

/** Giving a body a new name; the one before becomes a former one. */
interface RenameBody {

	record Input(NodeId id, int expectedVersion, String name, LocalDate on) {

		void check() {
			new Checks().text(this.name, 500, "input", "name").day(this.on, "input", "on").done();
		}

	}

	record Payload(Body body) {
	}

}
