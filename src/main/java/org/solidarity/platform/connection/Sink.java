package org.solidarity.platform.connection;

import java.util.List;
import java.util.Map;

/** Where the answers of one subscription go. */
public interface Sink {

	/**
	 * Sends an answer, when its turn comes.
	 * @param answer as JSON
	 * @return false where it was not taken, because too much is waiting to be sent
	 */
	boolean next(String answer);

	/** Ends the subscription, and says why. */
	void error(List<Map<String, Object>> errors);

	/** Ends the connection: its token or session has ended. */
	void over();

	/** Whether little enough waits to be sent that more may be read for it. */
	boolean isRoomy();

	/** Runs the work once nothing waits to be sent, on any thread. */
	void whenSent(Runnable work);

}
