/** The door for those who bring many actions at once. */
@NullMarked
@NamedInterface("load")
package org.solidarity.action.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
