/** What comes in from files, and what goes out to them. */
@NullMarked
@ApplicationModule(allowedDependencies = { "platform", "organization :: load", "endorsement :: load", "action :: load",
		"pledge :: load" })
package org.solidarity.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
