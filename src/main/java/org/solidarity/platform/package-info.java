/** What every feature stands on: viewer, transaction, node, problem. Knows no feature. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = {})
package org.solidarity.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
