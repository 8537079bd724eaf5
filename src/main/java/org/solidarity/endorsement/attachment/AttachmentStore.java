package org.solidarity.endorsement.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.solidarity.platform.Viewer;

/** Where the bytes of attachments lie. */
interface AttachmentStore {

	/**
	 * Keeps the bytes of an attachment that was just recorded, inside the transaction
	 * that recorded it; bytes that are left over where it fails are nobody's.
	 */
	void put(UUID attachment, InputStream bytes) throws IOException;

	/**
	 * The bytes, read as they are asked for, of an attachment that the viewer may see.
	 */
	InputStream open(Viewer viewer, UUID attachment);

}
