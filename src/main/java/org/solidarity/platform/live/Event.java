package org.solidarity.platform.live;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;

/**
 * That something happened; what it is now, each subscriber reads for themselves.
 *
 * @param position its place among all events
 * @param kind what happened, in the word that subscriptions have for it
 * @param topic what subscribers listen to, such as a campaign
 * @param subject what it happened to
 * @param part the row that tells what happened, where there is one
 */
public record Event(UUID id, long position, String kind, UUID topic, UUID subject, @Nullable UUID part,
		Instant occurredAt) {

	static final String PREFIX = "evt";

	/** What a subscriber resumes from. */
	public String eventId() {
		return new NodeId(PREFIX, this.id).toString();
	}

}
