package org.solidarity.exchange.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.http.HttpErrors;
import org.solidarity.platform.limits.Limits;
import org.solidarity.platform.limits.Rates;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Exports over HTTP, for a session or an API token. Each costs as much as the dearest
 * operation.
 */
@Controller
class ExportController {

	private final Exports exports;

	private final Rates rates;

	private final Limits limits;

	ExportController(Exports exports, Rates rates, Limits limits) {
		this.exports = exports;
		this.rates = rates;
		this.limits = limits;
	}

	@GetMapping("/exports/{campaignId}/{listing:[a-z-]{1,40}}.{format:csv|xlsx}")
	void export(@AuthenticationPrincipal Viewer viewer, @PathVariable String campaignId, @PathVariable String listing,
			@PathVariable String format, HttpServletRequest request, HttpServletResponse response) throws IOException {
		try {
			if (viewer.isAnyone()) {
				throw Refused.unauthenticated();
			}
			this.rates.request(viewer.id());
			this.rates.charge(viewer.id(), this.limits.cost());
			var kind = Format.valueOf(format.toUpperCase(Locale.ROOT));
			this.exports.write(viewer, NodeId.valueOf(campaignId), listing, kind, name -> {
				response.setContentType(kind.mediaType());
				response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
				response.setHeader("Cache-Control", "no-store");
				return response.getOutputStream();
			});
		}
		catch (Refused refused) {
			if (response.isCommitted()) {
				throw refused;
			}
			response.reset();
			HttpErrors.write(request, response, refused);
		}
	}

}
