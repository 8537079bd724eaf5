/** What bodies promised to bring to an action beside what they brought. */
@NullMarked
package org.solidarity.pledge.turnout;

import org.jspecify.annotations.NullMarked;
