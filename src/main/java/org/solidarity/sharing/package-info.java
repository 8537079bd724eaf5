/**
 * What is granted to coordinators and partner groups. Low: it only grants, and asks
 * nobody.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "platform", "identity", "identity :: partner" })
package org.solidarity.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
