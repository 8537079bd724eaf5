package org.solidarity.campaign.target;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.identity.Account;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;

/** Asking bodies that the campaign did not ask before: one, or many at once. */
interface AddTargets {

	int MAXIMUM = 200;

	/** What one body is asked. */
	record Row(NodeId bodyId, @Nullable Integer priority, @Nullable NodeId ownerId, @Nullable String ask,
			@Nullable LocalDate followUpOn) {

		int priorityOrDefault() {
			return this.priority != null ? this.priority : 3;
		}

		@Nullable UUID owner() {
			return this.ownerId != null ? this.ownerId.of(Account.PREFIX) : null;
		}

		static void check(Checks checks, @Nullable Integer priority, @Nullable String ask,
				@Nullable LocalDate followUpOn, String... at) {
			checks
				.that(priority == null || (priority >= 1 && priority <= 5), UserError.Code.OUT_OF_RANGE,
						"priority is " + priority + "; allowed are 1, to be asked first, to 5.",
						TargetRows.path(at, "priority"))
				.optionalText(ask, 2000, TargetRows.path(at, "ask"))
				.day(followUpOn, TargetRows.path(at, "followUpOn"));
		}

	}

	/** What becomes of the rows that can stand where others cannot. */
	enum ErrorPolicy {

		IGNORE_FAILED_ROWS, REJECT_ALL

	}

	/** What became of a row. */
	record RowResult(int index, @Nullable Target target, List<UserError> errors) {
	}

	record One(@Nullable String idempotencyKey, NodeId campaignId, NodeId bodyId, @Nullable Integer priority,
			@Nullable NodeId ownerId, @Nullable String ask, @Nullable LocalDate followUpOn) {

		Row row() {
			return new Row(this.bodyId, this.priority, this.ownerId, this.ask, this.followUpOn);
		}

	}

	record OnePayload(Target target) {
	}

	record Many(NodeId campaignId, List<Row> rows, ErrorPolicy errorPolicy) {

		void check() {
			new Checks()
				.that(!this.rows.isEmpty() && this.rows.size() <= MAXIMUM, UserError.Code.OUT_OF_RANGE,
						"rows holds " + this.rows.size() + " rows; allowed are 1 to " + MAXIMUM + ".", "input", "rows")
				.done();
		}

	}

	record ManyPayload(Campaign campaign, List<RowResult> rows) {
	}

}
