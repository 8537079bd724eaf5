package org.solidarity.campaign;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;

/** What holds for a campaign, however it is written. */
final class CampaignRules {

	private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

	private CampaignRules() {
	}

	static void check(Checks checks, @Nullable String name, @Nullable String description, @Nullable String timeZone,
			@Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {
		checks.text(name, 300, "input", "name")
			.optionalText(description, 10_000, "input", "description")
			.that(timeZone != null && isTimeZone(timeZone), UserError.Code.INVALID,
					"timeZone is not known; allowed: a name of the IANA time zone database, such as America/Chicago, or UTC.",
					"input", "timeZone");
		day(checks, startsOn, "startsOn");
		day(checks, endsOn, "endsOn");
		checks.that(startsOn == null || endsOn == null || !endsOn.isBefore(startsOn), UserError.Code.OUT_OF_RANGE,
				"endsOn lies before startsOn; give the same day or a later one.", "input", "endsOn");
	}

	private static void day(Checks checks, @Nullable LocalDate day, String field) {
		checks.that(day == null || (!day.isBefore(FIRST) && !day.isAfter(LAST)), UserError.Code.OUT_OF_RANGE,
				field + " lies outside of what is allowed: " + FIRST + " to " + LAST + ".", "input", field);
	}

	private static boolean isTimeZone(String name) {
		return name.equals("UTC") || (name.indexOf('/') > 0 && ZoneId.getAvailableZoneIds().contains(name));
	}

}
