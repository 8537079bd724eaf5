/**
 * Resolutions, and what bodies do with them: proceedings, their history and votes, and
 * who endorses what on a day.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "platform", "identity", "sharing", "organization", "organization :: load",
		"organization :: meeting", "campaign", "campaign :: target", "member" })
package org.solidarity.endorsement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
