package org.solidarity.endorsement.report;

import java.time.LocalDate;
import java.util.UUID;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.Stage;

/**
 * That a body endorses: by its earliest proceeding that was adopted and is not ended.
 */
record Endorsement(UUID proceedingId, UUID bodyId, Stage stage, LocalDate effectiveOn, Evidence evidence) {
}
