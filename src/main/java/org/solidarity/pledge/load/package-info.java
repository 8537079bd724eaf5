/** The door for those who bring many pledges at once. */
@NullMarked
@NamedInterface("load")
package org.solidarity.pledge.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
