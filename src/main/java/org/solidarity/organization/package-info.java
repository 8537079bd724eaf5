/**
 * Bodies: organizations and locals, their names, identifiers, relations, member counts
 * and meetings.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "platform", "sharing" })
package org.solidarity.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
