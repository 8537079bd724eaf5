package org.solidarity.endorsement.attachment;

import static org.solidarity.platform.jooq.Tables.ATTACHMENT_PART;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Repository;

/**
 * Keeps the bytes in the database, in pieces. Each is read by itself, so that a slow
 * reader holds no connection.
 */
@Repository
class DatabaseStore implements AttachmentStore {

	private static final int PIECE = 256 * 1024;

	private final DSLContext sql;

	private final Transactions transactions;

	DatabaseStore(DSLContext sql, Transactions transactions) {
		this.sql = sql;
		this.transactions = transactions;
	}

	@Override
	public void put(UUID attachment, InputStream bytes) throws IOException {
		int number = 0;
		for (byte[] piece = bytes.readNBytes(PIECE); piece.length > 0; piece = bytes.readNBytes(PIECE)) {
			this.sql.insertInto(ATTACHMENT_PART)
				.set(ATTACHMENT_PART.ATTACHMENT_ID, attachment)
				.set(ATTACHMENT_PART.NUMBER, ++number)
				.set(ATTACHMENT_PART.CONTENT, piece)
				.execute();
		}
	}

	@Override
	public InputStream open(Viewer viewer, UUID attachment) {
		return new Pieces(viewer, attachment);
	}

	private byte @Nullable [] piece(Viewer viewer, UUID attachment, int number) {
		return this.transactions.read(viewer,
				() -> this.sql.select(ATTACHMENT_PART.CONTENT)
					.from(ATTACHMENT_PART)
					.where(ATTACHMENT_PART.ATTACHMENT_ID.eq(attachment), ATTACHMENT_PART.NUMBER.eq(number))
					.fetchOne(ATTACHMENT_PART.CONTENT));
	}

	/** One piece after the other. */
	private final class Pieces extends InputStream {

		private final Viewer viewer;

		private final UUID attachment;

		private byte @Nullable [] piece = {};

		private int number;

		private int at;

		Pieces(Viewer viewer, UUID attachment) {
			this.viewer = viewer;
			this.attachment = attachment;
		}

		@Override
		public int read() {
			byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] into, int from, int length) {
			if (this.piece != null && this.at == this.piece.length) {
				this.piece = piece(this.viewer, this.attachment, ++this.number);
				this.at = 0;
			}
			if (this.piece == null) {
				return -1;
			}
			int read = Math.min(length, this.piece.length - this.at);
			System.arraycopy(this.piece, this.at, into, from, read);
			this.at += read;
			return read;
		}

	}

}
