/** The names of a body beside the current one. */
@NullMarked
package org.solidarity.organization.name;

import org.jspecify.annotations.NullMarked;
