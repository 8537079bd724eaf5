/** The bodies that a campaign asks. */
@NullMarked
package org.solidarity.campaign.target;

import org.jspecify.annotations.NullMarked;
