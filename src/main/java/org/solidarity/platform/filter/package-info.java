/** Comparators that the filters of every feature are made of. */
@NullMarked
package org.solidarity.platform.filter;

import org.jspecify.annotations.NullMarked;
