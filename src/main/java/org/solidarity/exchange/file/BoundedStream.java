package org.solidarity.exchange.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Refuses to go on where a file unpacks to more than it may. */
class BoundedStream extends FilterInputStream {

	private final long most;

	private final Path path;

	private long count;

	BoundedStream(InputStream in, long most, Path path) {
		super(in);
		this.most = most;
		this.path = path;
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
		if (this.count > this.most) {
			throw new ImportRefused(this.path + " holds more than the " + this.most
					+ " bytes that its size allows (crm.import.file-size, crm.import.packing).");
		}
	}

}
