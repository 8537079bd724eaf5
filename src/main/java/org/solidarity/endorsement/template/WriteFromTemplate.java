package org.solidarity.endorsement.template;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.resolution.ResolutionVersion;
import org.solidarity.endorsement.resolution.WriteResolution.Wording;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;

/** Filling a template in for the body of a proceeding. */
interface WriteFromTemplate {

	record Input(@Nullable String idempotencyKey, NodeId proceedingId, int expectedVersion, NodeId templateId) {
	}

	record Payload(Proceeding proceeding) {
	}

	/** What a template leaves open, as it stands in its title and text in braces. */
	record Values(String body, String campaign, LocalDate date) {

		private static final Pattern OPEN = Pattern.compile("\\{(body|campaign|date)}");

		Wording into(ResolutionVersion template) {
			var wording = new Wording(template.language(), into(template.title()), into(template.text()));
			new Checks().text(wording.title(), Wording.TITLE, "input", "templateId")
				.text(wording.text(), Wording.TEXT, "input", "templateId")
				.done();
			return wording;
		}

		private String into(String text) {
			return OPEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(switch (found.group(1)) {
				case "body" -> this.body;
				case "campaign" -> this.campaign;
				default -> this.date.toString();
			}));
		}

	}

}
