/** The numbers of pledges, one by one and summed. */
@NullMarked
@NamedInterface("totals")
package org.solidarity.pledge.totals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
