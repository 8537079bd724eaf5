/** What an interaction makes of the tasks to call back. */
@NullMarked
package org.solidarity.outreach.callback;

import org.jspecify.annotations.NullMarked;
