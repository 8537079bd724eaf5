package org.solidarity.campaign.target;

import static org.solidarity.platform.jooq.Tables.CAMPAIGN_TARGET;

import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.solidarity.identity.Account;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.filter.Conditions;

/** How the owner of a target is compared; what is null does not count. */
public record OwnerComparator(@Nullable NodeId eq, @Nullable Boolean isNull) {

	/** That the target has such an owner. */
	public Condition condition() {
		return Conditions.all(Conditions.of(this.eq, id -> CAMPAIGN_TARGET.OWNER_ID.eq(id.of(Account.PREFIX))),
				Conditions.isNull(this.isNull, CAMPAIGN_TARGET.OWNER_ID));
	}

}
