/**
 * Pledges: what bodies and their members promise to a campaign, and what became of it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "platform", "organization", "organization :: load", "campaign", "member",
		"endorsement", "action" })
package org.solidarity.pledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
