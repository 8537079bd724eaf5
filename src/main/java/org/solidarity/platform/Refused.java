package org.solidarity.platform;

import java.util.Map;

/** A request that is refused as a whole: an error at the top of the answer. */
public class Refused extends RuntimeException {

	private final transient ErrorCode code;

	private final transient Map<String, Object> extensions;

	public Refused(ErrorCode code, String message) {
		this(code, message, Map.of());
	}

	/**
	 * @param extensions what a program can read beside the code, such as the limit that
	 * was met
	 */
	public Refused(ErrorCode code, String message, Map<String, Object> extensions) {
		super(message, null, false, false);
		this.code = code;
		this.extensions = extensions;
	}

	/** Nobody knows who asks. */
	public static Refused unauthenticated() {
		return new Refused(ErrorCode.UNAUTHENTICATED, "Sign in, or send an API token.");
	}

	/** More was asked than a limit allows. */
	public static Refused limit(String limit, long asked, long allowed) {
		return new Refused(ErrorCode.LIMIT_EXCEEDED,
				"The limit \"" + limit + "\" allows " + allowed + "; asked for were " + asked + ".",
				Map.of("limit", limit, "asked", asked, "allowed", allowed));
	}

	/** Another change came first. */
	public static Refused conflict(int currentVersion) {
		return new Refused(ErrorCode.CONFLICT,
				"expectedVersion is not the current one, which is " + currentVersion + "; read again what it says now.",
				Map.of("currentVersion", currentVersion));
	}

	public ErrorCode code() {
		return this.code;
	}

	public Map<String, Object> extensions() {
		return this.extensions;
	}

}
