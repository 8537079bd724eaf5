/** Tasks that remind of meetings at which targets can be moved. */
@NullMarked
package org.solidarity.outreach.reminder;

import org.jspecify.annotations.NullMarked;
