package org.solidarity.platform.connection;

import org.jspecify.annotations.Nullable;

/** A connection that lasts, by which somebody is told what happens. */
public interface Connection {

	/** Null while nobody has said who they are. */
	@Nullable Caller caller();

	/** Ends it, because the token or the session has ended. */
	void over();

	/** Ends it, because the server stops. */
	void goAway();

}
