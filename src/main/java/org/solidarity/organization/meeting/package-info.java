/** When a body meets to decide. */
@NullMarked
package org.solidarity.organization.meeting;

import org.jspecify.annotations.NullMarked;
