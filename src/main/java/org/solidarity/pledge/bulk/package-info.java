/** Recording many pledges, or much of what came of them, at once. */
@NullMarked
@NamedInterface("bulk")
package org.solidarity.pledge.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
