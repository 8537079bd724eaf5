/** The door for those who bring many bodies at once. */
@NullMarked
@NamedInterface("load")
package org.solidarity.organization.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
