/** What was recorded of a body before. */
@NullMarked
package org.solidarity.organization.change;

import org.jspecify.annotations.NullMarked;
