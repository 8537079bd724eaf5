package org.solidarity.exchange.upload;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.http.HttpErrors;
import org.solidarity.platform.limits.Limits;
import org.solidarity.platform.limits.Rates;
import org.solidarity.pledge.bulk.BulkErrorPolicy;
import org.solidarity.pledge.bulk.BulkPledges;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Uploads over HTTP, for a session or an API token: the body is the file. */
@Controller
class UploadController {

	private final Uploads uploads;

	private final BulkPledges bulk;

	private final UploadLimits limits;

	private final Rates rates;

	UploadController(Uploads uploads, BulkPledges bulk, UploadLimits limits, Rates rates) {
		this.uploads = uploads;
		this.bulk = bulk;
		this.limits = limits;
		this.rates = rates;
	}

	@PostMapping(path = "/uploads/pledges", consumes = "text/csv")
	void pledges(@AuthenticationPrincipal Viewer viewer, @RequestParam String campaignId,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam(defaultValue = "PARTIAL") BulkErrorPolicy errorPolicy, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		take(viewer, new PledgeForm(this.bulk, NodeId.valueOf(campaignId)), errorPolicy, dryRun, request, response);
	}

	@PostMapping(path = "/uploads/fulfilments", consumes = "text/csv")
	void fulfilments(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam(defaultValue = "PARTIAL") BulkErrorPolicy errorPolicy, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		take(viewer, new FulfilmentForm(this.bulk), errorPolicy, dryRun, request, response);
	}

	private void take(Viewer viewer, RowForm<?> form, BulkErrorPolicy policy, boolean dryRun,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		try {
			if (viewer.isAnyone()) {
				throw Refused.unauthenticated();
			}
			this.rates.request(viewer.id());
			int most = (int) this.limits.size().toBytes();
			byte[] body = request.getInputStream().readNBytes(most + 1);
			Limits.check("uploadSize", body.length, most);
			var answer = this.uploads.take(viewer, new ByteArrayInputStream(body), form, policy, dryRun);
			response.setContentType(MediaType.APPLICATION_JSON_VALUE);
			response.setHeader("Cache-Control", "no-store");
			response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(answer));
		}
		catch (Refused refused) {
			HttpErrors.write(request, response, refused);
		}
	}

}
