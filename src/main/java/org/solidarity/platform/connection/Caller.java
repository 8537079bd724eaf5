package org.solidarity.platform.connection;

import java.util.Optional;
import org.solidarity.platform.Viewer;

/**
 * Whoever a connection belongs to, by what they proved themselves with: equal where that
 * is the same.
 */
@FunctionalInterface
public interface Caller {

	/** Who that is now; empty where the token or the session has ended. */
	Optional<Viewer> viewer();

}
