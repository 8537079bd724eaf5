/** Actions in the calendars of other programs, as iCalendar (RFC 5545). */
@NullMarked
package org.solidarity.action.calendar;

import org.jspecify.annotations.NullMarked;
