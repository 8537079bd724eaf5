/** Exchange rates, and sums of pledges in one currency. */
@NullMarked
package org.solidarity.pledge.rate;

import org.jspecify.annotations.NullMarked;
