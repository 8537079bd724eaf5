/** How the server starts, and how it says in one line why it does not. */
@NullMarked
package org.solidarity.platform.startup;

import org.jspecify.annotations.NullMarked;
