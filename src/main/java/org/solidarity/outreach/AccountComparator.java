package org.solidarity.outreach;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.solidarity.identity.Account;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;

/**
 * How an account is compared; what is null does not count, and all that is given must
 * hold.
 *
 * @param mine whether it is the viewer's own
 */
public record AccountComparator(@Nullable NodeId eq, @Nullable Boolean mine, @Nullable Boolean isNull) {

	public Condition on(Viewer viewer, Field<UUID> account) {
		return Conditions.all(Conditions.of(this.eq, id -> account.eq(id.of(Account.PREFIX))),
				Conditions.of(this.mine, yes -> yes ? account.eq(viewer.id()) : account.isDistinctFrom(viewer.id())),
				Conditions.isNull(this.isNull, account));
	}

}
