/**
 * Actions: rallies, pickets and the like, their shifts, who takes part, and how many
 * came.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "platform", "identity", "organization", "organization :: load", "campaign", "member" })
package org.solidarity.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
