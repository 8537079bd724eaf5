package org.solidarity.member;

import org.jspecify.annotations.Nullable;
import org.solidarity.platform.NodeId;

/** Recording a person that was not known to the body before. */
interface RecordMember {

	record Input(String idempotencyKey, NodeId controllerId, @Nullable String givenName, @Nullable String familyName,
			@Nullable String originalName, @Nullable String originalLanguage, @Nullable String transliteration,
			@Nullable String preferredLanguage) {

		Names names() {
			return new Names(this.givenName, this.familyName, this.originalName, this.originalLanguage,
					this.transliteration, this.preferredLanguage);
		}

	}

	record Payload(Member member) {
	}

}
