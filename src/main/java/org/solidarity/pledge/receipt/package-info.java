/** The receipts that were given for what came. */
@NullMarked
package org.solidarity.pledge.receipt;

import org.jspecify.annotations.NullMarked;
