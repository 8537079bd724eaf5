/** How many answered and came, for whoever may know the numbers but not the names. */
@NullMarked
package org.solidarity.action.turnout;

import org.jspecify.annotations.NullMarked;
