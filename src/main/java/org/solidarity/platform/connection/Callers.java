package org.solidarity.platform.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.solidarity.platform.Refused;

/** Knows who opens a connection. */
public interface Callers {

	/** By the token or the session that came with a request; empty where none did. */
	Optional<Caller> of(HttpServletRequest request);

	/**
	 * By an API token that came over the connection; empty where it is no good.
	 * @throws Refused RATE_LIMITED where too many from that address were not
	 */
	Optional<Caller> bearing(String token, String address);

}
