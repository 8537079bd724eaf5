package org.solidarity.organization.load;

import java.util.List;
import java.util.Map;
import org.solidarity.platform.jooq.enums.BodyKind;

/**
 * What became of a batch.
 *
 * @param created the new bodies, also those that rows only refer to
 * @param matched rows whose body was known and got something new
 * @param unchanged rows that said nothing new
 */
public record Outcome(Map<BodyKind, Integer> created, int matched, int unchanged, int names, int relations, int counts,
		List<Finding> findings) {
}
