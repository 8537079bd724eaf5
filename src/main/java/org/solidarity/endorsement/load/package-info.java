/** The door for those who bring many endorsements at once. */
@NullMarked
@NamedInterface("load")
package org.solidarity.endorsement.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
