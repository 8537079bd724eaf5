/**
 * Outreach: who was contacted and what came of it, what is still to be done, and how
 * bodies are sorted.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "platform", "identity", "organization", "organization :: meeting",
		"campaign", "member" })
package org.solidarity.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
