/** Keeping the sums of pledges short, and proving that they are what the ledger says. */
@NullMarked
package org.solidarity.pledge.recount;

import org.jspecify.annotations.NullMarked;
