/** Counts of votes. */
@NullMarked
package org.solidarity.endorsement.vote;

import org.jspecify.annotations.NullMarked;
