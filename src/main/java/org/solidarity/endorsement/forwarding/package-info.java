/** What bodies sent on to others and to officials, and what came of it. */
@NullMarked
package org.solidarity.endorsement.forwarding;

import org.jspecify.annotations.NullMarked;
