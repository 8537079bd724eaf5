/** The numbers of pledges, one by one and summed. */
@NullMarked
package org.solidarity.pledge.totals;

import org.jspecify.annotations.NullMarked;
