/** What the files of each source say about bodies. */
@NullMarked
package org.solidarity.exchange.mapping;

import org.jspecify.annotations.NullMarked;
