/**
 * Data to try the system on: real bodies as public record, and invented people, pledges
 * and partner groups.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "platform", "identity" })
package org.solidarity.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
