/** What every CSV that we write has in common. */
@NullMarked
package org.solidarity.platform.csv;

import org.jspecify.annotations.NullMarked;
