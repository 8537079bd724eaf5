package org.solidarity.member;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;

/**
 * A person known to the body that collected the record, its controller. Nothing is
 * collected but what stands here.
 */
public record Member(UUID id, UUID controllerId, @Nullable String givenName, @Nullable String familyName,
		@Nullable String originalName, @Nullable String originalLanguage, @Nullable String transliteration,
		@Nullable String preferredLanguage, Instant recordedAt, int version) implements Node {

	public static final String PREFIX = "mem";

	@Override
	public String prefix() {
		return PREFIX;
	}

	/** Gives each member the rows that were found under its id, or no rows. */
	public static <R> Map<Member, List<R>> each(List<Member> members, Map<UUID, List<R>> found) {
		Map<Member, List<R>> of = new HashMap<>();
		members.forEach(member -> of.put(member, found.getOrDefault(member.id(), List.of())));
		return of;
	}

	/** The given and the family name, of which at least one is there. */
	public String name() {
		return Stream.of(this.givenName, this.familyName).filter(Objects::nonNull).collect(Collectors.joining(" "));
	}

}
