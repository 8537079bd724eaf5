package org.solidarity.endorsement.vote;

import java.time.LocalDate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.Evidence;
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

	private static void count(Checks checks, @Nullable Integer count, String field) {
		checks.that(count == null || count >= 0, UserError.Code.OUT_OF_RANGE,
				field + " is " + count + "; allowed is 0 or more, or null where it is unknown.", "input", "vote",
				field);
	}

}
