/** CSV of pledges, and of what came of them, sent from the field. */
@NullMarked
package org.solidarity.exchange.upload;

import org.jspecify.annotations.NullMarked;
