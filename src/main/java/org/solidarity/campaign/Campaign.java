package org.solidarity.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.CampaignStatus;
import org.solidarity.platform.jooq.enums.Visibility;

/** An effort to win something, whose endorsements, pledges and actions are counted. */
public record Campaign(UUID id, String name, @Nullable String description, String currency, String timeZone,
		@Nullable LocalDate startsOn, @Nullable LocalDate endsOn, CampaignStatus status, Visibility visibility,
		int version) implements Node {

	public static final String PREFIX = "cam";

	/** The day that it is where the campaign counts its days. */
	public LocalDate today(Clock clock) {
		return LocalDate.ofInstant(clock.instant(), ZoneId.of(this.timeZone));
	}

	@Override
	public String prefix() {
		return PREFIX;
	}

}
