/** The pages that people use; they talk GraphQL like any client. */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package org.solidarity.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
