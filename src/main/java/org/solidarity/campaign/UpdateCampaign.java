package org.solidarity.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.Visibility;
import org.springframework.graphql.data.ArgumentValue;

/** Changing what a campaign says of itself: what is omitted stays, null clears. */
interface UpdateCampaign {

	record Input(NodeId id, int expectedVersion, ArgumentValue<String> name, ArgumentValue<String> description,
			ArgumentValue<String> currency, ArgumentValue<String> timeZone, ArgumentValue<LocalDate> startsOn,
			ArgumentValue<LocalDate> endsOn, ArgumentValue<Visibility> visibility) {

		/** The campaign with these changes. */
		Campaign onto(Campaign old) {
			var checks = new Checks();
			String currency = or(this.currency, old.currency());
			String timeZone = or(this.timeZone, old.timeZone());
			Visibility visibility = or(this.visibility, old.visibility());
			checks
				.that(currency != null, UserError.Code.REQUIRED,
						"currency cannot be cleared; omit it, or give an ISO 4217 code.", "input", "currency")
				.that(visibility != null, UserError.Code.REQUIRED,
						"visibility cannot be cleared; omit it, or give INTERNAL, PARTNER or PUBLIC.", "input",
						"visibility");
			String name = or(this.name, old.name());
			String description = or(this.description, old.description());
			LocalDate startsOn = or(this.startsOn, old.startsOn());
			LocalDate endsOn = or(this.endsOn, old.endsOn());
			CampaignRules.check(checks, name, description, timeZone, startsOn, endsOn);
			checks.done();
			return new Campaign(old.id(), name, description, currency, timeZone, startsOn, endsOn, old.status(),
					visibility, old.version());
		}

		private static <T> @Nullable T or(ArgumentValue<T> given, @Nullable T old) {
			return given.isOmitted() ? old : given.value();
		}

	}

	record Payload(Campaign campaign) {
	}

}
