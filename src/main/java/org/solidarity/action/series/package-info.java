/** Actions that are held again and again, each its own. */
@NullMarked
package org.solidarity.action.series;

import org.jspecify.annotations.NullMarked;
