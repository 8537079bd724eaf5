package org.solidarity.platform;

/** The {@code extensions.code} of an error at the top of an answer. */
public enum ErrorCode {

	UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, BAD_CURSOR, LIMIT_EXCEEDED, RATE_LIMITED, CONFLICT,
	PERSISTED_QUERY_NOT_FOUND, UNAVAILABLE, INTERNAL

}
