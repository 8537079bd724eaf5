/** Who works on a campaign, and what of it partner groups may see. */
@NullMarked
package org.solidarity.campaign.access;

import org.jspecify.annotations.NullMarked;
