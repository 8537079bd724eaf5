package org.solidarity.pledge.totals;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.Moment;
import org.solidarity.platform.jooq.enums.PledgeGrain;

/** What is asked of sums: of when, over which pledges, and what they tell apart. */
record Question(Moment moment, @Nullable PledgeTotalFilter filter, Set<PledgeGrouping> groupBy, boolean byBookedRate) {

	Question(Moment moment, @Nullable PledgeTotalFilter filter, Set<PledgeGrouping> groupBy) {
		this(moment, filter, groupBy, false);
	}

	/** The kept sums that can answer it; null: none of them, but only the ledger. */
	@Nullable PledgeGrain grain(boolean ofAllBodies) {
		boolean byBody = !ofAllBodies || byRegion() || tells(PledgeGrouping.BODY);
		if (byDetail()) {
			return byBody ? null : PledgeGrain.DETAIL;
		}
		return byBody ? PledgeGrain.BODY : PledgeGrain.CAMPAIGN;
	}

	private boolean byDetail() {
		return this.byBookedRate || tells(PledgeGrouping.MONTH) || tells(PledgeGrouping.PURPOSE)
				|| this.filter != null && (this.filter.month() != null || this.filter.purpose() != null);
	}

	boolean byRegion() {
		return tells(PledgeGrouping.REGION) || this.filter != null && this.filter.region() != null;
	}

	boolean tells(PledgeGrouping grouping) {
		return this.groupBy.contains(grouping);
	}

	/**
	 * Whether it tells no pledges from others but by their unit and currency.
	 */
	boolean isWhole() {
		return !this.byBookedRate && this.groupBy.isEmpty()
				&& (this.filter == null || this.filter.equals(PledgeTotalFilter.NONE));
	}

}
