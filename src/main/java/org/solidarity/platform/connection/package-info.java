/**
 * Connections that last: whose they are, how many there may be, and what waits to be sent
 * over them.
 */
@NullMarked
package org.solidarity.platform.connection;

import org.jspecify.annotations.NullMarked;
