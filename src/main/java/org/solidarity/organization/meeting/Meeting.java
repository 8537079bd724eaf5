package org.solidarity.organization.meeting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.MeetingKind;

/** A meeting at which a body decides. */
public record Meeting(UUID id, UUID bodyId, MeetingKind kind, LocalDate date, @Nullable String place,
		@Nullable LocalDate resolutionDeadline, @Nullable Integer quorum, boolean cancelled,
		int version) implements Node {

	public static final String PREFIX = "bme";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
