package org.solidarity.endorsement.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A type of file, told by its own bytes and never by what its sender says. */
public enum FileType {

	/** A document. */
	PDF("application/pdf", "pdf"),

	/** A picture. */
	PNG("image/png", "png"),

	/** A picture. */
	JPEG("image/jpeg", "jpg", "jpeg"),

	/** A picture. */
	WEBP("image/webp", "webp"),

	/** A picture, which may move. */
	GIF("image/gif", "gif"),

	/** Text in UTF-8; no bytes mark it. */
	TEXT("text/plain", "txt", "md");

	/** Of so many of its first bytes a file's type can be told, where any mark it. */
	static final int MARKED = 12;

	private final String mediaType;

	private final List<String> endings;

	FileType(String mediaType, String... endings) {
		this.mediaType = mediaType;
		this.endings = List.of(endings);
	}

	public String mediaType() {
		return this.mediaType;
	}

	/** How the names of such files end, after the dot. */
	List<String> endings() {
		return this.endings;
	}

	/** What bytes begin a file of; empty where they mark no type. */
	public static Optional<FileType> of(byte[] bytes) {
		if (holds(bytes, 0, "%PDF-")) {
			return Optional.of(PDF);
		}
		if (holds(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
			return Optional.of(PNG);
		}
		if (holds(bytes, 0, "\u00ff\u00d8\u00ff")) {
			return Optional.of(JPEG);
		}
		if (holds(bytes, 0, "GIF87a") || holds(bytes, 0, "GIF89a")) {
			return Optional.of(GIF);
		}
		return holds(bytes, 0, "RIFF") && holds(bytes, 8, "WEBP") ? Optional.of(WEBP) : Optional.empty();
	}

	private static boolean holds(byte[] bytes, int from, String mark) {
		byte[] expected = mark.getBytes(StandardCharsets.ISO_8859_1);
		return bytes.length >= from + expected.length
				&& Arrays.equals(bytes, from, from + expected.length, expected, 0, expected.length);
	}

}
