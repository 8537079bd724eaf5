package org.solidarity.sharing;

import java.util.List;
import java.util.UUID;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;

/** Letting a coordinator work for bodies. */
public interface GrantBodies {

	/** The first letters of a body's id: bodies are above this module. */
	String BODY = "bod";

	int MOST = 100;

	record Input(NodeId accountId, List<NodeId> bodyIds, boolean withMembers) {
	}

	record Payload(List<BodyGrant> bodyGrants) {
	}

	/**
	 * The bodies that are meant.
	 * @throws org.solidarity.platform.Invalid where there is none, or too many
	 */
	static List<UUID> bodies(List<NodeId> ids) {
		new Checks()
			.that(!ids.isEmpty() && ids.size() <= MOST, UserError.Code.OUT_OF_RANGE,
					"bodyIds holds " + ids.size() + " ids; allowed are 1 to " + MOST + ".", "input", "bodyIds")
			.done();
		return ids.stream().map(id -> id.of(BODY)).distinct().toList();
	}

}
