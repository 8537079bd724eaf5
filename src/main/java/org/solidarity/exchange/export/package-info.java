/** What is read of a campaign into files. */
@NullMarked
package org.solidarity.exchange.export;

import org.jspecify.annotations.NullMarked;
