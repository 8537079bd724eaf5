package org.solidarity.endorsement.report;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.Stage;

/**
 * That a body endorses: by its earliest proceeding that was adopted and is not ended.
 *
 * @param kind of the body, as it was known
 * @param effectiveOn from when it counts
 * @param earliestOn the first day on which it can have happened; null where nobody knows
 */
record Endorsement(UUID proceedingId, UUID bodyId, BodyKind kind, Stage stage, LocalDate effectiveOn,
		DatePrecision datePrecision, @Nullable LocalDate earliestOn, Evidence evidence, Representation representation,
		Ordinal ordinal) {

	/** The same with its place among those of its kind. */
	Endorsement with(Ordinal place) {
		return new Endorsement(this.proceedingId, this.bodyId, this.kind, this.stage, this.effectiveOn,
				this.datePrecision, this.earliestOn, this.evidence, this.representation, place);
	}

}
