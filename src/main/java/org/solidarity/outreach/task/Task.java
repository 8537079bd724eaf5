package org.solidarity.outreach.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.outreach.Subject;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.TaskSource;
import org.solidarity.platform.jooq.enums.TaskStatus;

/**
 * Something that somebody is to do in a campaign.
 *
 * @param controllerId the body that controls the record of the member
 * @param interactionId the one that asked for a call-back
 * @param overdue whether it is open and its time is over
 */
public record Task(UUID id, UUID campaignId, @Nullable UUID bodyId, @Nullable UUID controllerId,
		@Nullable UUID memberId, @Nullable UUID meetingId, TaskSource source, @Nullable UUID interactionId,
		String subject, @Nullable String details, @Nullable UUID assigneeId, @Nullable LocalDate dueOn,
		@Nullable Instant dueAt, boolean overdue, TaskStatus status, @Nullable Instant completedAt,
		@Nullable UUID completedById, @Nullable UUID completedByInteractionId, @Nullable Instant cancelledAt,
		@Nullable String cancelledBecause, Instant createdAt, @Nullable UUID createdById, int version) implements Node {

	static final String PREFIX = "tsk";

	@Override
	public String prefix() {
		return PREFIX;
	}

	Subject about() {
		return new Subject(this.bodyId, this.controllerId, this.memberId);
	}

}
