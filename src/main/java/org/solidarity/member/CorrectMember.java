package org.solidarity.member;

import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;
import org.springframework.graphql.data.ArgumentValue;

/** Correcting what a person is called. */
interface CorrectMember {

	record Input(NodeId id, int expectedVersion, ArgumentValue<String> givenName, ArgumentValue<String> familyName,
			ArgumentValue<String> originalName, ArgumentValue<String> originalLanguage,
			ArgumentValue<String> transliteration, ArgumentValue<String> preferredLanguage) {

		/** The names after the change: what is omitted stays, null clears. */
		Names over(Member before) {
			return new Names(or(this.givenName, before.givenName()), or(this.familyName, before.familyName()),
					or(this.originalName, before.originalName()), or(this.originalLanguage, before.originalLanguage()),
					or(this.transliteration, before.transliteration()),
					or(this.preferredLanguage, before.preferredLanguage()));
		}

		private static @Nullable String or(ArgumentValue<String> given, @Nullable String before) {
			return given.isOmitted() ? before : given.value();
		}

	}

	record Payload(Member member) {
	}

}
