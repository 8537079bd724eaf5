package org.solidarity.member;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.filter.TextComparator;
import org.solidarity.platform.jooq.enums.MembershipRole;

/** Which members a list shows; what is null filters nothing. */
public record MemberFilter(@Nullable List<MemberFilter> and, @Nullable List<MemberFilter> or,
		@Nullable MemberFilter not, @Nullable RoleComparator role, @Nullable TextComparator givenName,
		@Nullable TextComparator familyName) {

	public record RoleComparator(@Nullable MembershipRole eq, @Nullable List<MembershipRole> in) {
	}

}
