/** Accounts, sign-in, sessions and API tokens: builds the viewer of a request. */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package org.solidarity.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
