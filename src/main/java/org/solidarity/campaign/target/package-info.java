/** The bodies that a campaign asks. */
@NullMarked
@NamedInterface("target")
package org.solidarity.campaign.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
