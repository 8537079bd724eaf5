package org.solidarity.exchange.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text, be they ended by LF, CRLF or CR. */
class Lines {

	private final Reader text;

	private final int longest;

	private final Deque<Line> givenBack = new ArrayDeque<>();

	private final char[] buffer = new char[1 << 16];

	private int at;

	private int end;

	private long number;

	private boolean afterReturn;

	/**
	 * A line without its end.
	 *
	 * @param number the first is 1
	 * @param whole false where it was too long, and its end was dropped
	 */
	record Line(long number, String text, boolean whole) {
	}

	Lines(Reader text, int longest) {
		this.text = text;
		this.longest = longest;
	}

	/** To be read once more. */
	void giveBack(List<Line> lines) {
		lines.reversed().forEach(this.givenBack::addFirst);
	}

	/** Null after the last. */
	@Nullable Line next() throws IOException {
		if (!this.givenBack.isEmpty()) {
			return this.givenBack.removeFirst();
		}
		if (!more()) {
			return null;
		}
		var line = new StringBuilder();
		boolean whole = true;
		while (more()) {
			int from = this.at;
			while (this.at < this.end && this.buffer[this.at] != '\n' && this.buffer[this.at] != '\r') {
				this.at++;
			}
			int room = this.longest - line.length();
			line.append(this.buffer, from, Math.min(room, this.at - from));
			whole &= this.at - from <= room;
			if (this.at < this.end) {
				this.afterReturn = this.buffer[this.at++] == '\r';
				break;
			}
		}
		return new Line(++this.number, line.toString(), whole);
	}

	/** Whether there is another character; the LF of a CRLF is none. */
	private boolean more() throws IOException {
		while (true) {
			if (this.at == this.end) {
				this.at = 0;
				this.end = Math.max(0, this.text.read(this.buffer, 0, this.buffer.length));
				if (this.end == 0) {
					return false;
				}
			}
			if (!this.afterReturn) {
				return true;
			}
			this.afterReturn = false;
			if (this.buffer[this.at] != '\n') {
				return true;
			}
			this.at++;
		}
	}

}
