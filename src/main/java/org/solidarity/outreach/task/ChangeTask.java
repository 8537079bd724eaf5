package org.solidarity.outreach.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;

/** Giving a task to somebody, setting its time, ending it and taking it up again. */
interface ChangeTask {

	record Reassign(NodeId id, int expectedVersion, @Nullable NodeId assigneeId) {
	}

	record Reschedule(NodeId id, int expectedVersion, @Nullable LocalDate dueOn, @Nullable Instant dueAt) {

		void check() {
			var checks = new Checks();
			due(checks, this.dueOn, this.dueAt);
			checks.done();
		}

	}

	/** Which task is completed, or taken up again. */
	record Which(NodeId id, int expectedVersion) {
	}

	record Cancel(NodeId id, int expectedVersion, String reason) {

		void check() {
			new Checks().text(this.reason, 1_000, "input", "reason").done();
		}

	}

	record Payload(Task task) {
	}

	/** The day or the moment until which a task is to be done. */
	static void due(Checks checks, @Nullable LocalDate dueOn, @Nullable Instant dueAt) {
		checks.day(dueOn, "input", "dueOn")
			.day(dueAt == null ? null : LocalDate.ofInstant(dueAt, ZoneOffset.UTC), "input", "dueAt")
			.that(dueOn == null || dueAt == null, UserError.Code.INVALID,
					"dueOn and dueAt are both given; leave one of them.", "input", "dueAt");
	}

}
