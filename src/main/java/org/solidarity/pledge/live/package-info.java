/** Telling subscribers of pledges and of totals that changed. */
@NullMarked
package org.solidarity.pledge.live;

import org.jspecify.annotations.NullMarked;
