package org.solidarity.identity;

/** The secrets of API tokens, for tests that come in over HTTP. */
public final class TestTokens {

	private TestTokens() {
	}

	public static String random() {
		return ApiToken.random();
	}

	public static byte[] hash(String token) {
		return ApiToken.hash(token);
	}

}
