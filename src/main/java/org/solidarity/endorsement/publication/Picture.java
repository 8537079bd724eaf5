package org.solidarity.endorsement.publication;

import java.util.Base64;
import java.util.Set;
import org.solidarity.endorsement.attachment.FileType;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.UserError;

/** A small picture whose type its own bytes tell. */
record Picture(String mediaType, byte[] bytes) {

	private static final int MOST_BYTES = 100 * 1024;

	private static final Set<FileType> TAKEN = Set.of(FileType.PNG, FileType.JPEG, FileType.WEBP);

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
		FileType type = FileType.of(bytes)
			.filter(TAKEN::contains)
			.orElseThrow(() -> new Invalid(UserError.Code.INVALID, "image is not a PNG, JPEG or WebP picture.", path));
		return new Picture(type.mediaType(), bytes);
	}

}
