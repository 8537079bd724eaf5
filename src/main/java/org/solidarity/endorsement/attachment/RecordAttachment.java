package org.solidarity.endorsement.attachment;

import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.Visibility;

/** What is said of a file that is sent. */
record RecordAttachment(@Nullable String idempotencyKey, @Nullable NodeId proceedingId, @Nullable NodeId resolutionId,
		String name, Visibility visibility) {

	void check() {
		FileName
			.check(new Checks().that((this.proceedingId == null) != (this.resolutionId == null),
					UserError.Code.REQUIRED, "Give one of proceedingId and resolutionId.", "proceedingId"), this.name)
			.done();
	}

	void check(FileType type) {
		FileName.check(new Checks(), this.name, type).done();
	}

}
