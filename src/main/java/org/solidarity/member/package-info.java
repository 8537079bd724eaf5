/**
 * Members: the people known to a body, their memberships, contact points, consents and
 * assessments.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "platform", "organization", "campaign" })
package org.solidarity.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
