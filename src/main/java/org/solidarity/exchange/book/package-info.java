/** Shows what was imported, and what came of it. */
@NullMarked
package org.solidarity.exchange.book;

import org.jspecify.annotations.NullMarked;
