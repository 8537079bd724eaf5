package org.solidarity.endorsement.vote;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.Stage;
import org.solidarity.platform.jooq.enums.VoteMethod;
import org.solidarity.platform.jooq.enums.VoteRequirement;
import org.solidarity.platform.jooq.enums.VoteResult;
import org.solidarity.platform.jooq.enums.WeightBasis;

/** What is known of a vote; a count that is null is unknown, and never 0. */
record VoteFacts(@Nullable LocalDate heldOn, @Nullable VoteMethod method, @Nullable WeightBasis weightBasis,
		@Nullable VoteRequirement requirement, @Nullable Integer quorum, @Nullable Integer yes, @Nullable Integer no,
		@Nullable Integer abstain, @Nullable Integer notVoting, @Nullable Integer eligible, VoteResult result,
		@Nullable String reason, Evidence evidence, @Nullable String sourceName, @Nullable String sourceUrl) {

	private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);

	void check(LocalDate today) {
		var checks = new Checks();
		checks.that(this.heldOn == null || (!this.heldOn.isBefore(FIRST) && !this.heldOn.isAfter(today)),
				UserError.Code.OUT_OF_RANGE, "heldOn lies outside of what is allowed: " + FIRST + " to " + today + ".",
				"input", "vote", "heldOn");
		checks.that(this.quorum == null || this.quorum > 0, UserError.Code.OUT_OF_RANGE,
				"quorum is " + this.quorum + "; allowed is 1 or more.", "input", "vote", "quorum");
		count(checks, this.yes, "yes");
		count(checks, this.no, "no");
		count(checks, this.abstain, "abstain");
		count(checks, this.notVoting, "notVoting");
		count(checks, this.eligible, "eligible");
		long cast = Stream.of(this.yes, this.no, this.abstain, this.notVoting)
			.flatMapToLong(count -> count == null ? LongStream.empty() : LongStream.of(count))
			.sum();
		checks
			.that(this.eligible == null || cast <= this.eligible, UserError.Code.OUT_OF_RANGE,
					"eligible is " + this.eligible + ", but the counts add up to " + cast + ".", "input", "vote",
					"eligible")
			.optionalText(this.reason, 5000, "input", "vote", "reason");
		if (this.sourceName != null) {
			checks.text(this.sourceName, 500, "input", "vote", "sourceName");
		}
		checks.done();
	}

	/** What does not fit together; nothing where too little is known to say so. */
	Set<VoteWarning> warnings(@Nullable Stage stage) {
		Set<VoteWarning> warnings = EnumSet.noneOf(VoteWarning.class);
		Long cast = sum(this.yes, this.no, this.abstain);
		Long all = sum(this.yes, this.no, this.abstain, this.notVoting);
		if (all != null && this.eligible != null && all < this.eligible) {
			warnings.add(VoteWarning.COUNTS_DO_NOT_ADD_UP);
		}
		if (contradictsCounts()) {
			warnings.add(VoteWarning.RESULT_CONTRADICTS_COUNTS);
		}
		if (cast != null && this.quorum != null && this.weightBasis != WeightBasis.PER_CAPITA && cast < this.quorum) {
			warnings.add(VoteWarning.QUORUM_NOT_REACHED);
		}
		boolean adopted = stage == Stage.ADOPTED || stage == Stage.ADOPTED_AS_AMENDED;
		if (this.result == VoteResult.PASSED ? stage == Stage.DEFEATED : adopted) {
			warnings.add(VoteWarning.RESULT_CONTRADICTS_STAGE);
		}
		return warnings;
	}

	private boolean contradictsCounts() {
		if (this.yes == null || this.no == null) {
			return false;
		}
		if (this.result == VoteResult.TIED) {
			return !this.yes.equals(this.no);
		}
		if (this.requirement == null) {
			return false;
		}
		long yes = this.yes;
		long no = this.no;
		boolean passes = switch (this.requirement) {
			case MAJORITY -> yes > no;
			case TWO_THIRDS -> yes > 0 && yes >= 2 * no;
			case THREE_QUARTERS -> yes > 0 && yes >= 3 * no;
			case UNANIMOUS -> yes > 0 && no == 0;
		};
		return passes != (this.result == VoteResult.PASSED);
	}

	/** Null where one of them is unknown. */
	private static @Nullable Long sum(@Nullable Integer... counts) {
		long sum = 0;
		for (Integer count : counts) {
			if (count == null) {
				return null;
			}
			sum += count;
		}
		return sum;
	}

	private static void count(Checks checks, @Nullable Integer count, String field) {
		checks.that(count == null || count >= 0, UserError.Code.OUT_OF_RANGE,
				field + " is " + count + "; allowed is 0 or more, or null where it is unknown.", "input", "vote",
				field);
	}

}
