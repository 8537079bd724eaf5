/** What lists of labor actions say. */
@NullMarked
package org.solidarity.exchange.labor;

import org.jspecify.annotations.NullMarked;
