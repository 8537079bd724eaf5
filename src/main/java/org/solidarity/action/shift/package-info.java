/** The parts of an action that people sign up for. */
@NullMarked
package org.solidarity.action.shift;

import org.jspecify.annotations.NullMarked;
