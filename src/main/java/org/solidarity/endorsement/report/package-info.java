/** Who endorses a campaign on a day, as it was known at a moment. */
@NullMarked
package org.solidarity.endorsement.report;

import org.jspecify.annotations.NullMarked;
