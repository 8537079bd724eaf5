package org.solidarity.endorsement.attachment;

import static org.solidarity.platform.jooq.Tables.ATTACHMENT;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.endorsement.resolution.Resolution;
import org.solidarity.endorsement.resolution.Resolutions;
import org.solidarity.identity.Account;
import org.solidarity.identity.Accounts;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Parents;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class AttachmentController {

	private static final String OF_PROCEEDING = "Proceeding.attachments";

	private static final String OF_RESOLUTION = "Resolution.attachments";

	private final Attachments attachments;

	private final Proceedings proceedings;

	private final Resolutions resolutions;

	private final Accounts accounts;

	private final NestedPages pages;

	AttachmentController(Attachments attachments, Proceedings proceedings, Resolutions resolutions, Accounts accounts,
			NestedPages pages) {
		this.attachments = attachments;
		this.proceedings = proceedings;
		this.resolutions = resolutions;
		this.accounts = accounts;
		this.pages = pages;
		pages.<Boolean, Attachment>register(OF_PROCEEDING, (viewer, ids, page, retracted) -> attachments.of(viewer,
				ATTACHMENT.PROCEEDING_ID, ids, page, retracted));
		pages.<Boolean, Attachment>register(OF_RESOLUTION, (viewer, ids, page, retracted) -> attachments.of(viewer,
				ATTACHMENT.RESOLUTION_ID, ids, page, retracted));
	}

	@SchemaMapping(typeName = "Proceeding", field = "attachments")
	CompletableFuture<Connection<Attachment>> ofProceeding(Proceeding proceeding, PageRequest page,
			@Argument boolean retracted, DataFetchingEnvironment environment) {
		return this.pages.load(environment, OF_PROCEEDING, proceeding.id(), page, retracted);
	}

	@SchemaMapping(typeName = "Resolution", field = "attachments")
	CompletableFuture<Connection<Attachment>> ofResolution(Resolution resolution, PageRequest page,
			@Argument boolean retracted, DataFetchingEnvironment environment) {
		return this.pages.load(environment, OF_RESOLUTION, resolution.id(), page, retracted);
	}

	@BatchMapping(typeName = "Attachment")
	Map<Attachment, Proceeding> proceeding(List<Attachment> attachments, @ContextValue Viewer viewer) {
		return Parents.each(attachments, Attachment::proceedingId, ids -> this.proceedings.nodes(viewer, ids));
	}

	@BatchMapping(typeName = "Attachment")
	Map<Attachment, Resolution> resolution(List<Attachment> attachments, @ContextValue Viewer viewer) {
		return Parents.each(attachments, Attachment::resolutionId, ids -> this.resolutions.nodes(viewer, ids));
	}

	@BatchMapping(typeName = "Attachment")
	Map<Attachment, Account> recordedBy(List<Attachment> attachments, @ContextValue Viewer viewer) {
		return Parents.each(attachments, Attachment::recordedById, ids -> this.accounts.nodes(viewer, ids));
	}

	@BatchMapping(typeName = "AttachmentRetraction", field = "recordedBy")
	Map<Attachment.Retraction, Account> retractedBy(List<Attachment.Retraction> retractions,
			@ContextValue Viewer viewer) {
		return Parents.each(retractions, Attachment.Retraction::recordedById, ids -> this.accounts.nodes(viewer, ids));
	}

	@MutationMapping
	RetractAttachment.Payload retractAttachment(Viewer viewer, @Argument RetractAttachment.Input input) {
		return new RetractAttachment.Payload(this.attachments.retract(viewer, input));
	}

}
