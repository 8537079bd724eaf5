/** The ledger of pledges: what became of them, act by act. */
@NullMarked
package org.solidarity.pledge.ledger;

import org.jspecify.annotations.NullMarked;
