/** Texts that a campaign gives out, and the filling in of them for a body. */
@NullMarked
package org.solidarity.endorsement.template;

import org.jspecify.annotations.NullMarked;
