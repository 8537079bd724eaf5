package org.solidarity.pledge.live;

import java.time.Instant;
import org.solidarity.campaign.Campaign;

/** That the totals of a campaign changed, the last time of several then. */
record TotalsChange(Instant occurredAt, Campaign campaign) {
}
