/** How much one request, and one caller, may ask for. */
@NullMarked
package org.solidarity.platform.limits;

import org.jspecify.annotations.NullMarked;
