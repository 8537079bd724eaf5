/** Codes with which whoever stands at the door checks people in, and can read nothing. */
@NullMarked
package org.solidarity.action.checkin;

import org.jspecify.annotations.NullMarked;
