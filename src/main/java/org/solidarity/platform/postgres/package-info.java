/**
 * The PostgreSQL that comes with the server: one data folder, one owner, started and
 * stopped with the application.
 */
@NullMarked
package org.solidarity.platform.postgres;

import org.jspecify.annotations.NullMarked;
