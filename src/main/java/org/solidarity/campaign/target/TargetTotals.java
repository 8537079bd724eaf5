package org.solidarity.campaign.target;

import java.util.List;

/** How many bodies a campaign asks, and how many of them nobody sees to. */
record TargetTotals(int targets, int withoutOwner, List<ByPriority> byPriority) {

	static final TargetTotals NONE = new TargetTotals(0, 0, List.of());

	record ByPriority(int priority, int targets, int withoutOwner) {
	}

	static TargetTotals of(List<ByPriority> byPriority) {
		return new TargetTotals(byPriority.stream().mapToInt(ByPriority::targets).sum(),
				byPriority.stream().mapToInt(ByPriority::withoutOwner).sum(), byPriority);
	}

}
