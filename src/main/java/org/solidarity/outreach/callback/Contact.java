package org.solidarity.outreach.callback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.outreach.Subject;

/**
 * What counts of an interaction for the tasks to call back.
 *
 * @param reached whether someone was spoken with; false where it was retracted
 * @param callBackAfter null where nobody asked for it, or it was retracted
 * @param byId the account that had the contact
 */
public record Contact(UUID interactionId, UUID campaignId, Subject subject, Instant at, boolean reached,
		@Nullable Instant callBackAfter, @Nullable UUID byId) {
}
