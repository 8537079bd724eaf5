package org.solidarity.identity.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The secret of an API token: {@code crm_}, 160 random bits, and a checksum that tells a
 * typing error from a guess.
 */
final class TokenSecret {

	private static final Pattern FORM = Pattern.compile("crm_([0-9a-f]{40})([0-9a-f]{8})");

	private static final SecureRandom RANDOM = new SecureRandom();

	private TokenSecret() {
	}

	static String random() {
		byte[] bytes = new byte[20];
		RANDOM.nextBytes(bytes);
		String secret = HexFormat.of().formatHex(bytes);
		return "crm_" + secret + checksum(secret);
	}

	static boolean isWellFormed(String token) {
		var parts = FORM.matcher(token);
		return parts.matches() && checksum(parts.group(1)).equals(parts.group(2));
	}

	static byte[] hash(String token) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String checksum(String secret) {
		var crc = new CRC32();
		crc.update(secret.getBytes(StandardCharsets.US_ASCII));
		return HexFormat.of().toHexDigits((int) crc.getValue());
	}

}
