package org.solidarity.action.shift;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;

/**
 * A part of an action that people sign up for, on the clocks of the action's time zone.
 *
 * @param endTime on the next day where it is not after the start
 */
public record Shift(UUID id, UUID actionId, @Nullable String name, LocalDate date, LocalTime startTime,
		LocalTime endTime, @Nullable Integer capacity) implements Node {

	public static final String PREFIX = "shi";

	@Override
	public String prefix() {
		return PREFIX;
	}

}
