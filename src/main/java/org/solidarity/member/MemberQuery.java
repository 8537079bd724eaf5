package org.solidarity.member;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;

/**
 * What a list of members is asked for.
 *
 * @param search words that must all stand in one of the names, whatever the case
 */
public record MemberQuery(@Nullable MemberFilter filter, @Nullable String search) {

	private static final int LONGEST_SEARCH = 200;

	public MemberQuery {
		if (search != null && search.length() > LONGEST_SEARCH) {
			throw new Refused(ErrorCode.LIMIT_EXCEEDED,
					"search has " + search.length() + " characters; at most " + LONGEST_SEARCH + " are allowed.",
					Map.of("limit", "search", "asked", search.length(), "allowed", LONGEST_SEARCH));
		}
	}

	List<String> words() {
		return this.search == null || this.search.isBlank() ? List.of() : List.of(this.search.strip().split("\\s+"));
	}

}
