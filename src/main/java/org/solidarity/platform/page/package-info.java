/** Connections by keyset: arguments, cursors, and the SQL that serves them. */
@NullMarked
package org.solidarity.platform.page;

import org.jspecify.annotations.NullMarked;
