package org.solidarity.action.checkin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The text of a code: its id, when it expires, and the first half of an HMAC-SHA256 over
 * both, so that what is forged or long over is refused before anything is looked up.
 */
record Seal(UUID id, Instant expiresAt) {

	private static final int SIGNED = 24;

	private static final int SEALED = SIGNED + 16;

	/** The code as it is told, signed with the secret. */
	String code(byte[] secret) {
		byte[] signed = signed();
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(ByteBuffer.allocate(SEALED).put(signed).put(mac(secret, signed)).array());
	}

	/** What a code says; empty where it was not signed with the secret. */
	static Optional<Seal> of(String code, byte[] secret) {
		byte[] bytes;
		try {
			bytes = Base64.getUrlDecoder().decode(code);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
		if (bytes.length != SEALED || !MessageDigest.isEqual(Arrays.copyOfRange(bytes, SIGNED, SEALED),
				mac(secret, Arrays.copyOf(bytes, SIGNED)))) {
			return Optional.empty();
		}
		var buffer = ByteBuffer.wrap(bytes);
		return Optional
			.of(new Seal(new UUID(buffer.getLong(), buffer.getLong()), Instant.ofEpochSecond(buffer.getLong())));
	}

	private byte[] signed() {
		return ByteBuffer.allocate(SIGNED)
			.putLong(this.id.getMostSignificantBits())
			.putLong(this.id.getLeastSignificantBits())
			.putLong(this.expiresAt.getEpochSecond())
			.array();
	}

	private static byte[] mac(byte[] secret, byte[] signed) {
		try {
			var mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret, "HmacSHA256"));
			return Arrays.copyOf(mac.doFinal(signed), SEALED - SIGNED);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
