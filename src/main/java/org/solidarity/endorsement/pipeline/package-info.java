/** What stands between a campaign and the endorsements of the bodies that it asks. */
@NullMarked
package org.solidarity.endorsement.pipeline;

import org.jspecify.annotations.NullMarked;
