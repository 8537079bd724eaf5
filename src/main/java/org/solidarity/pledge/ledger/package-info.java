/** The ledger of pledges: what became of them, act by act. */
@NullMarked
@NamedInterface("ledger")
package org.solidarity.pledge.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
