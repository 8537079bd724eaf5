package org.solidarity.endorsement.report;

import java.time.LocalDate;
import java.util.UUID;

/** A campaign, and the day that its report is about. */
record ReportKey(UUID campaign, LocalDate asOf) {
}
