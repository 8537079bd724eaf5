/** What comes in from files, and what goes out to them. */
@NullMarked
@ApplicationModule(allowedDependencies = { "platform", "organization", "organization :: load", "campaign",
		"endorsement", "endorsement :: load", "action", "action :: load", "action :: setting", "pledge",
		"pledge :: load", "pledge :: totals", "pledge :: bulk", "pledge :: ledger" })
package org.solidarity.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
