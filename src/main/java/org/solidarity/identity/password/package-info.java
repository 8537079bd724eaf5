/** Passwords: what one must be, and how it is kept. */
@NullMarked
package org.solidarity.identity.password;

import org.jspecify.annotations.NullMarked;
