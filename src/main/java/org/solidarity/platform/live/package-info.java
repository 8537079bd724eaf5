/** Telling subscribers what happened: the events, and who hears of which. */
@NullMarked
package org.solidarity.platform.live;

import org.jspecify.annotations.NullMarked;
