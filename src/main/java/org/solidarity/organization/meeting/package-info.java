/** When a body meets to decide. */
@NullMarked
@NamedInterface("meeting")
package org.solidarity.organization.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
