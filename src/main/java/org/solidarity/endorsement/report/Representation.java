package org.solidarity.endorsement.report;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.CountBasis;
import org.solidarity.platform.jooq.enums.RepresentationKind;

/**
 * What an endorsing body is in the number of members represented.
 *
 * @param coveredById the endorsing body whose count stands for it; null where none does
 * @param count its own latest count; null where none is known
 */
record Representation(RepresentationKind how, @Nullable UUID coveredById, @Nullable Count count) {

	/** An observation of its members. */
	record Count(int members, LocalDate asOf, CountBasis basis, String source) {
	}

}
