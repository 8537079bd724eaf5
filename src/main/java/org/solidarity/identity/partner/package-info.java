/** Partner groups, and the API tokens that they query with. */
@NullMarked
@NamedInterface
package org.solidarity.identity.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
