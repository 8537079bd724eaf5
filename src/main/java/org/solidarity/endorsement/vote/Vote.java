package org.solidarity.endorsement.vote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.VoteMethod;
import org.solidarity.platform.jooq.enums.VoteRequirement;
import org.solidarity.platform.jooq.enums.VoteResult;
import org.solidarity.platform.jooq.enums.WeightBasis;

/**
 * A count of votes.
 *
 * @param corrects the count that it replaces
 * @param superseded whether a later count replaces it
 */
record Vote(UUID id, UUID proceedingId, @Nullable UUID corrects, VoteFacts facts, Instant recordedAt,
		boolean superseded) implements Node {

	static final String PREFIX = "vot";

	@Override
	public String prefix() {
		return PREFIX;
	}

	public @Nullable LocalDate heldOn() {
		return this.facts.heldOn();
	}

	public @Nullable VoteMethod method() {
		return this.facts.method();
	}

	public @Nullable WeightBasis weightBasis() {
		return this.facts.weightBasis();
	}

	public @Nullable VoteRequirement requirement() {
		return this.facts.requirement();
	}

	public @Nullable Integer quorum() {
		return this.facts.quorum();
	}

	public @Nullable Integer yes() {
		return this.facts.yes();
	}

	public @Nullable Integer no() {
		return this.facts.no();
	}

	public @Nullable Integer abstain() {
		return this.facts.abstain();
	}

	public @Nullable Integer notVoting() {
		return this.facts.notVoting();
	}

	public @Nullable Integer eligible() {
		return this.facts.eligible();
	}

	public VoteResult result() {
		return this.facts.result();
	}

	public @Nullable String reason() {
		return this.facts.reason();
	}

	public Evidence evidence() {
		return this.facts.evidence();
	}

	public @Nullable String sourceName() {
		return this.facts.sourceName();
	}

	public @Nullable String sourceUrl() {
		return this.facts.sourceUrl();
	}

}
