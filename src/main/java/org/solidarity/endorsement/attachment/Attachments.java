package org.solidarity.endorsement.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.endorsement.resolution.Resolutions;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The attachments that the viewer may see, and the recording and retracting of them. */
@Service
class Attachments implements NodeSource {

	private final AttachmentRepository attachments;

	private final AttachmentStore store;

	private final Proceedings proceedings;

	private final Resolutions resolutions;

	private final Transactions transactions;

	private final Idempotency idempotency;

	Attachments(AttachmentRepository attachments, AttachmentStore store, Proceedings proceedings,
			Resolutions resolutions, Transactions transactions, Idempotency idempotency) {
		this.attachments = attachments;
		this.store = store;
		this.proceedings = proceedings;
		this.resolutions = resolutions;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return Attachment.PREFIX;
	}

	@Override
	public Map<UUID, Attachment> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.attachments.find(viewer, ids));
	}

	/** The attachments of each parent, the latest first. */
	Map<UUID, Connection<Attachment>> of(Viewer viewer, Field<UUID> parent, Collection<UUID> parents, PageRequest page,
			boolean retracted) {
		return this.transactions.read(viewer, () -> this.attachments.list(viewer, parent, parents, page, retracted));
	}

	/** The bytes of an attachment that the viewer was shown. */
	InputStream open(Viewer viewer, Attachment attachment) {
		return this.store.open(viewer, attachment.id());
	}

	/**
	 * @throws Invalid where what is said of the file cannot stand
	 */
	Attachment record(Viewer viewer, RecordAttachment said, Upload upload) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		said.check(upload.type());
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "recordAttachment", said.idempotencyKey(), said + upload.sha256(),
					() -> insert(viewer, said, upload));
			return nodes(viewer, List.of(id)).get(id);
		});
	}

	private UUID insert(Viewer viewer, RecordAttachment said, Upload upload) {
		UUID proceeding = said.proceedingId() == null ? null
				: this.proceedings.require(viewer, said.proceedingId(), "proceedingId").id();
		UUID resolution = said.resolutionId() == null ? null
				: this.resolutions.require(viewer, said.resolutionId(), "resolutionId").id();
		UUID id = this.attachments.insert(viewer, proceeding, resolution, said, upload);
		try (InputStream bytes = upload.open()) {
			this.store.put(id, bytes);
			return id;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Takes it from the lists and gives its bytes to nobody from then on.
	 * @throws Invalid NOT_FOUND where the viewer may see none with this id, TAKEN where
	 * it was retracted before
	 */
	Attachment retract(Viewer viewer, RetractAttachment.Input input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		input.check();
		UUID id = input.id().of(Attachment.PREFIX);
		return new Violations()
			.of("attachment_is_retracted_once", UserError.Code.TAKEN,
					"id is of an attachment that was retracted before.", "input", "id")
			.during(() -> this.transactions.write(viewer, () -> {
				if (!nodes(viewer, List.of(id)).containsKey(id)) {
					throw new Invalid(UserError.Code.NOT_FOUND, "id is not the id of an attachment.", "input", "id");
				}
				this.attachments.retract(viewer, id, input.reason());
				return nodes(viewer, List.of(id)).get(id);
			}));
	}

}
