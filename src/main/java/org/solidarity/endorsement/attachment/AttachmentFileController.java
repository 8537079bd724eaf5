package org.solidarity.endorsement.attachment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Permission;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.http.HttpRefused;
import org.solidarity.platform.jooq.enums.Visibility;
import org.solidarity.platform.limits.Limits;
import org.solidarity.platform.limits.Rates;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The bytes of attachments over HTTP: a file comes as the body of a request, and goes as
 * something to be saved, in which nothing runs.
 */
@Controller
class AttachmentFileController {

	static final String PATH = "/attachments";

	private static final String POLICY = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; "
			+ "frame-ancestors 'none'";

	private final Attachments attachments;

	private final Rates rates;

	private final Limits limits;

	AttachmentFileController(Attachments attachments, Rates rates, Limits limits) {
		this.attachments = attachments;
		this.rates = rates;
		this.limits = limits;
	}

	/** What is told of a file that was kept. */
	record Kept(String id, String name, String mediaType, int bytes, String sha256, String path) {
	}

	@PostMapping(PATH)
	ResponseEntity<Kept> record(@AuthenticationPrincipal Viewer viewer, @RequestParam @Nullable String proceedingId,
			@RequestParam @Nullable String resolutionId, @RequestParam @Nullable String name,
			@RequestParam(defaultValue = "INTERNAL") String visibility, @RequestParam @Nullable String idempotencyKey,
			HttpServletRequest request) throws IOException {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		charge(viewer);
		Upload.requireAllowed(request.getContentLengthLong());
		var said = new RecordAttachment(idempotencyKey, id(proceedingId), id(resolutionId), FileName.of(name),
				visibility(visibility));
		said.check();
		try (Upload upload = Upload.read(request.getInputStream())) {
			Attachment attachment = this.attachments.record(viewer, said, upload);
			return ResponseEntity.created(URI.create(attachment.path()))
				.contentType(MediaType.APPLICATION_JSON)
				.body(new Kept(new NodeId(Attachment.PREFIX, attachment.id()).toString(), attachment.name(),
						attachment.mediaType(), attachment.bytes(), attachment.sha256(), attachment.path()));
		}
	}

	/** What would be read as fields of a form is no file any more. */
	@PostMapping(path = PATH,
			consumes = { MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE })
	void refuseForm() {
		throw new HttpRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(),
				"Send the file itself as the body, as application/octet-stream, and no form.");
	}

	@GetMapping(PATH + "/{id}")
	void send(@AuthenticationPrincipal Viewer viewer, @PathVariable String id, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		charge(viewer);
		UUID uuid = NodeId.valueOf(id).of(Attachment.PREFIX);
		Attachment attachment = this.attachments.nodes(viewer, List.of(uuid)).get(uuid);
		if (attachment == null) {
			throw new HttpRefused(HttpStatus.NOT_FOUND.value(), "There is no attachment here.");
		}
		if (attachment.retraction() != null) {
			throw new HttpRefused(HttpStatus.GONE.value(),
					"The attachment was retracted: " + attachment.retraction().reason());
		}
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
		if (new ServletWebRequest(request, response).checkNotModified("\"" + attachment.sha256() + "\"")) {
			return;
		}
		response.setContentType(attachment.mediaType());
		if (FileType.TEXT.mediaType().equals(attachment.mediaType())) {
			response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		}
		response.setContentLength(attachment.bytes());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(attachment.name(), StandardCharsets.UTF_8).build().toString());
		try (var bytes = this.attachments.open(viewer, attachment)) {
			bytes.transferTo(response.getOutputStream());
		}
	}

	/** A file costs as much as what is computed over many rows. */
	private void charge(Viewer viewer) {
		this.rates.request(viewer.id());
		this.rates.charge(viewer.id(), this.limits.aggregateCost());
	}

	private static @Nullable NodeId id(@Nullable String text) {
		return text == null ? null : NodeId.valueOf(text);
	}

	private static Visibility visibility(String text) {
		return Arrays.stream(Visibility.values())
			.filter(value -> value.name().equals(text))
			.findFirst()
			.orElseThrow(() -> new Invalid(UserError.Code.INVALID,
					"visibility is not valid; allowed: INTERNAL, PARTNER or PUBLIC.", "visibility"));
	}

}
