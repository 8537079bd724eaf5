/** The acts that move a proceeding, and its history. */
@NullMarked
package org.solidarity.endorsement.stage;

import org.jspecify.annotations.NullMarked;
