package org.solidarity.platform;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** A door that finds nodes by id; the {@code node} and {@code nodes} fields ask it. */
public interface NodeSource {

	String prefix();

	/** Those of the ids that exist and that the viewer may see; the rest is absent. */
	Map<UUID, ? extends Node> nodes(Viewer viewer, Collection<UUID> ids);

}
