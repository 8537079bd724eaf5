/** Telling subscribers that an endorsement changed. */
@NullMarked
package org.solidarity.endorsement.live;

import org.jspecify.annotations.NullMarked;
