package org.solidarity.exchange.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds out the encoding of a content that flows by. */
class EncodingCheck {

	private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

	private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder()
		.onMalformedInput(CodingErrorAction.REPORT)
		.onUnmappableCharacter(CodingErrorAction.REPORT);

	private final ByteBuffer rest = ByteBuffer.allocate((1 << 16) + 8);

	private final CharBuffer scratch = CharBuffer.allocate(1 << 16);

	private final byte[] start = new byte[4];

	private int startLength;

	private long length;

	/** Where the first byte stands that is not UTF-8; -1 for nowhere. */
	private long broken = -1;

	private long decoded;

	void add(byte[] bytes, int count) {
		for (int i = 0; this.startLength < this.start.length && i < count; i++) {
			this.start[this.startLength++] = bytes[i];
		}
		this.length += count;
		if (this.broken < 0) {
			this.rest.put(bytes, 0, count).flip();
			decode(false);
			this.rest.compact();
		}
	}

	private void decode(boolean end) {
		CoderResult result;
		do {
			this.scratch.clear();
			int from = this.rest.position();
			result = this.utf8.decode(this.rest, this.scratch, end);
			this.decoded += this.rest.position() - from;
		}
		while (result.isOverflow());
		if (result.isError()) {
			this.broken = this.decoded;
		}
	}

	Inspection result(Path path, @Nullable Charset told, byte[] sha256, long size) {
		if (this.length == 0) {
			throw new ImportRefused(path + " is empty.");
		}
		if (this.broken < 0) {
			this.rest.flip();
			decode(true);
		}
		int mark = markLength();
		if (this.length == mark) {
			throw new ImportRefused(path + " is empty.");
		}
		Charset charset = marked();
		if (charset == null) {
			charset = told != null ? told : this.broken < 0 ? StandardCharsets.UTF_8 : WINDOWS_1252;
		}
		if (charset.equals(StandardCharsets.UTF_8) && this.broken >= 0) {
			throw new ImportRefused(path + " is not UTF-8: byte " + (this.broken + 1)
					+ " is none of it. Tell its encoding, for example --encoding=windows-1252.");
		}
		return new Inspection(sha256, size, charset, mark);
	}

	private int markLength() {
		if (at(0) == 0xef && at(1) == 0xbb && at(2) == 0xbf) {
			return 3;
		}
		return (at(0) == 0xff && at(1) == 0xfe) || (at(0) == 0xfe && at(1) == 0xff) ? 2 : 0;
	}

	/**
	 * The encoding that the first bytes prove: by a mark, or by an ASCII header in
	 * UTF-16.
	 */
	private @Nullable Charset marked() {
		return switch (markLength()) {
			case 3 -> StandardCharsets.UTF_8;
			case 2 -> at(0) == 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
			default -> at(0) > 0 && at(1) == 0 && at(2) > 0 && at(3) == 0 ? StandardCharsets.UTF_16LE
					: at(0) == 0 && at(1) > 0 && at(2) == 0 && at(3) > 0 ? StandardCharsets.UTF_16BE : null;
		};
	}

	private int at(int index) {
		return index < this.startLength ? this.start[index] & 0xff : -1;
	}

}
