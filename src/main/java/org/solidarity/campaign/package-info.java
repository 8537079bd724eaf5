/** Campaigns, the bodies they ask, and who works on them. */
@NullMarked
@ApplicationModule(allowedDependencies = { "platform", "identity", "identity :: partner", "sharing", "organization" })
package org.solidarity.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
