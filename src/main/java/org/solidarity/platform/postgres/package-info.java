/** The PostgreSQL that comes with the application, for whoever has no server. */
@NullMarked
package org.solidarity.platform.postgres;

import org.jspecify.annotations.NullMarked;
