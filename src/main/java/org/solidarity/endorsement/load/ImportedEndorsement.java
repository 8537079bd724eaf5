package org.solidarity.endorsement.load;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.load.ImportedBody.Identity;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.DecisionBody;
import org.solidarity.platform.jooq.enums.Stage;

/**
 * What one row of a file says about how a body dealt with a campaign. Its texts fit into
 * the columns.
 *
 * @param campaign its name, in whatever case
 * @param body an identifier that it alone carries
 * @param stage null where the body was asked and did not speak
 * @param happenedOn null where the source does not tell, for UNKNOWN
 * @param atLatest the last day on which it can have happened; null for the one that
 * follows from the day and its precision
 * @param reason what the source says about it
 */
public record ImportedEndorsement(long line, String campaign, Identity body, @Nullable Stage stage,
		@Nullable LocalDate happenedOn, DatePrecision precision, @Nullable LocalDate atLatest,
		@Nullable DecisionBody decisionBody, String sourceName, @Nullable String sourceUrl, @Nullable String reason) {
}
