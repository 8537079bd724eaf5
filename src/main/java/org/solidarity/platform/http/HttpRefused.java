package org.solidarity.platform.http;

import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;

/** A request that is none, or not one for us, under the status that HTTP has for it. */
public class HttpRefused extends Refused {

	private final int status;

	public HttpRefused(int status, String message) {
		this(status, new Refused(ErrorCode.BAD_USER_INPUT, message));
	}

	public HttpRefused(int status, Refused refused) {
		super(refused.code(), refused.getMessage(), refused.extensions());
		this.status = status;
	}

	int status() {
		return this.status;
	}

}
