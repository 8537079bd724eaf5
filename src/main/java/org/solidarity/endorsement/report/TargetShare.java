package org.solidarity.endorsement.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How many of the bodies that the campaign asks endorse it. */
record TargetShare(int targets, int endorsing, Strength strength) {

	static final TargetShare NONE = new TargetShare(0, 0, new Strength(0, 0, 0, null, null));

	/**
	 * How much weight the endorsing ones have among all of them.
	 *
	 * @param members of those weighed; null where no count is known
	 * @param endorsingMembers of those weighed that endorse; null as well
	 */
	record Strength(int targetsWeighed, int targetsWithoutCount, int targetsLeftOut, @Nullable Long endorsingMembers,
			@Nullable Long members) {

		/** With one decimal; null where there is no weight. */
		public @Nullable BigDecimal percent() {
			return this.members == null || this.endorsingMembers == null ? null
					: share(this.endorsingMembers, this.members);
		}

	}

	/** With one decimal; null where nobody is asked. */
	public @Nullable BigDecimal percent() {
		return share(this.endorsing, this.targets);
	}

	private static @Nullable BigDecimal share(long part, long whole) {
		return whole == 0 ? null
				: BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
	}

}
