/** What is still to be done, by whom and until when. */
@NullMarked
package org.solidarity.outreach.task;

import org.jspecify.annotations.NullMarked;
