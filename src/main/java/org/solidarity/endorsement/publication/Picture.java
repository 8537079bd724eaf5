package org.solidarity.endorsement.publication;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.UserError;

/** A small picture whose type its own bytes tell. */
record Picture(String mediaType, byte[] bytes) {

	private static final int MOST_BYTES = 100 * 1024;

	/**
	 * @param base64 its bytes
	 * @throws Invalid where they are none of the types that are taken, or too many
	 */
	static Picture of(String base64, String... path) {
		byte[] bytes;
		try {
			bytes = Base64.getMimeDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			throw new Invalid(UserError.Code.INVALID, "image is not base64.", path);
		}
		if (bytes.length > MOST_BYTES) {
			throw new Invalid(UserError.Code.TOO_LONG,
					"image has " + bytes.length + " bytes; allowed: at most " + MOST_BYTES + ".", path);
		}
		String type = type(bytes);
		if (type == null) {
			throw new Invalid(UserError.Code.INVALID, "image is not a PNG, JPEG or WebP picture.", path);
		}
		return new Picture(type, bytes);
	}

	private static @Nullable String type(byte[] bytes) {
		if (holds(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
			return "image/png";
		}
		if (holds(bytes, 0, "\u00ff\u00d8\u00ff")) {
			return "image/jpeg";
		}
		return holds(bytes, 0, "RIFF") && holds(bytes, 8, "WEBP") ? "image/webp" : null;
	}

	private static boolean holds(byte[] bytes, int from, String mark) {
		byte[] expected = mark.getBytes(StandardCharsets.ISO_8859_1);
		return bytes.length >= from + expected.length
				&& Arrays.equals(bytes, from, from + expected.length, expected, 0, expected.length);
	}

}
