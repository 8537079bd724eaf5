package org.solidarity.outreach.task;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;

/** Recording something that is to be done. */
interface CreateTask {

	record Input(@Nullable String idempotencyKey, NodeId campaignId, @Nullable NodeId bodyId, @Nullable NodeId memberId,
			@Nullable NodeId meetingId, String subject, @Nullable String details, @Nullable NodeId assigneeId,
			@Nullable LocalDate dueOn, @Nullable Instant dueAt) {

		void check() {
			var checks = new Checks().text(this.subject, 300, "input", "subject")
				.optionalText(this.details, 5_000, "input", "details");
			ChangeTask.due(checks, this.dueOn, this.dueAt);
			checks.done();
		}

	}

	record Payload(Task task) {
	}

}
