package org.solidarity.action.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What stands in the address of a feed: 160 random bits, which open calendars and nothing
 * else.
 */
final class FeedSecret {

	private static final SecureRandom RANDOM = new SecureRandom();

	private FeedSecret() {
	}

	static String random() {
		byte[] bytes = new byte[20];
		RANDOM.nextBytes(bytes);
		return "cal_" + HexFormat.of().formatHex(bytes);
	}

	static byte[] hash(String secret) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
