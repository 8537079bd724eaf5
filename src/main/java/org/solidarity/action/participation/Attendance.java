package org.solidarity.action.participation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.AttendanceAct;

/**
 * What was recorded of someone's being there.
 *
 * @param reason why a check-in was undone; null for what undoes none
 * @param byCode whether it came by a code, from someone without an account
 */
record Attendance(AttendanceAct act, Instant happenedAt, @Nullable String reason, boolean byCode, Instant recordedAt) {
}
