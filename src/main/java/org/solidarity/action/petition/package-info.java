/** The signatures under a petition: counted, on paper and online, without a name. */
@NullMarked
package org.solidarity.action.petition;

import org.jspecify.annotations.NullMarked;
