/** How many members a body was said to have, and when. */
@NullMarked
package org.solidarity.organization.count;

import org.jspecify.annotations.NullMarked;
