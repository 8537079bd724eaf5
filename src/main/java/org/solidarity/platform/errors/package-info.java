/** What callers are told of what went wrong. */
@NullMarked
package org.solidarity.platform.errors;

import org.jspecify.annotations.NullMarked;
