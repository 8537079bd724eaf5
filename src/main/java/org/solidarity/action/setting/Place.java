package org.solidarity.action.setting;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;

/** Where an action is. */
public record Place(@Nullable String name, @Nullable String city, @Nullable String region, @Nullable String country,
		@Nullable Double latitude, @Nullable Double longitude) {

	public static final Place UNKNOWN = new Place(null, null, null, null, null, null);

	private static final Pattern REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

	/** What of it may be told where the place is not public. */
	public Place withheld() {
		return new Place(null, null, this.region, this.country, null, null);
	}

	public void check(Checks checks) {
		if (this.name != null) {
			checks.text(this.name, 500, "input", "place", "name");
		}
		if (this.city != null) {
			checks.text(this.city, 200, "input", "place", "city");
		}
		checks.matches(this.region, REGION, "an ISO 3166-2 code such as US-CA", "input", "place", "region")
			.that(this.region == null || (this.country != null && this.region.startsWith(this.country)),
					UserError.Code.INVALID, "region does not lie in country; give its country.", "input", "place",
					"region")
			.that((this.latitude == null) == (this.longitude == null), UserError.Code.REQUIRED,
					"latitude and longitude come together.", "input", "place",
					this.latitude == null ? "latitude" : "longitude")
			.that(within(this.latitude, 90), UserError.Code.OUT_OF_RANGE, "latitude lies outside of -90 to 90.",
					"input", "place", "latitude")
			.that(within(this.longitude, 180), UserError.Code.OUT_OF_RANGE, "longitude lies outside of -180 to 180.",
					"input", "place", "longitude");
	}

	private static boolean within(@Nullable Double degrees, double most) {
		return degrees == null || Math.abs(degrees) <= most;
	}

}
