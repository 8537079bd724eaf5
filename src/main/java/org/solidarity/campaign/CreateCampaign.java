package org.solidarity.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.jooq.enums.Visibility;

/** Recording a campaign. */
interface CreateCampaign {

	record Input(@Nullable String idempotencyKey, String name, @Nullable String description, String currency,
			String timeZone, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn,
			@Nullable Visibility visibility) {

		void check() {
			var checks = new Checks();
			CampaignRules.check(checks, this.name, this.description, this.timeZone, this.startsOn, this.endsOn);
			checks.done();
		}

	}

	record Payload(Campaign campaign) {
	}

}
