package org.solidarity.exchange.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells at each reading how far it was read; who is told may refuse to go on. */
class CountedStream extends FilterInputStream {

	private final LongConsumer position;

	private long count;

	CountedStream(InputStream in, LongConsumer position) {
		super(in);
		this.position = position;
	}

	@Override
	public int read() throws IOException {
		int read = super.read();
		count(read < 0 ? 0 : 1);
		return read;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		int read = super.read(bytes, offset, length);
		count(Math.max(read, 0));
		return read;
	}

	private void count(int read) {
		this.count += read;
		this.position.accept(this.count);
	}

}
