package org.solidarity.exchange.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.solidarity.pledge.totals.PledgeGrouping;
import org.solidarity.pledge.totals.PledgeTotal;
import org.solidarity.pledge.totals.Totals;

/**
 * The sums of pledges as they are now, as a whole or by one thing that tells them apart;
 * each unit and currency by itself.
 */
class TotalListing implements Listing {

	private static final int NAMED = 1000;

	private final Totals totals;

	private final Bodies bodies;

	private final @Nullable PledgeGrouping by;

	TotalListing(Totals totals, Bodies bodies, @Nullable PledgeGrouping by) {
		this.totals = totals;
		this.bodies = bodies;
		this.by = by;
	}

	@Override
	public String name() {
		return "pledge-totals" + (this.by == null ? "" : "-by-" + this.by.name().toLowerCase(Locale.ROOT));
	}

	@Override
	public List<String> headings() {
		List<String> headings = new ArrayList<>();
		if (this.by != null) {
			headings.add(switch (this.by) {
				case TYPE -> "Type";
				case BODY -> "Body";
				case MONTH -> "First day of the month pledged in";
				case REGION -> "Region";
				case PURPOSE -> "Purpose";
			});
		}
		headings.addAll(List.of("Unit", "Currency", "Decimal places", "Pledges"));
		return Amounts.headings(headings);
	}

	@Override
	public void read(Viewer viewer, Campaign campaign, Consumer<@Nullable Object[]> to) {
		List<PledgeTotal> some = new ArrayList<>();
		this.totals.each(viewer, campaign.id(), this.by == null ? Set.of() : Set.of(this.by), total -> {
			some.add(total);
			if (some.size() == NAMED) {
				tell(viewer, some, to);
			}
		});
		tell(viewer, some, to);
	}

	private void tell(Viewer viewer, List<PledgeTotal> some, Consumer<@Nullable Object[]> to) {
		var ids = some.stream().map(PledgeTotal::bodyId).filter(Objects::nonNull).distinct().toList();
		var names = ids.isEmpty() ? Map.<UUID, Body>of() : this.bodies.nodes(viewer, ids);
		some.forEach(total -> to.accept(row(total, names)));
		some.clear();
	}

	private @Nullable Object[] row(PledgeTotal total, Map<UUID, Body> names) {
		var amounts = total.amounts();
		List<@Nullable Object> before = new ArrayList<>();
		if (this.by != null) {
			before.add(switch (this.by) {
				case TYPE -> total.type();
				case BODY -> names.containsKey(total.bodyId()) ? names.get(total.bodyId()).name() : null;
				case MONTH -> total.month();
				case REGION -> total.region();
				case PURPOSE -> total.purpose();
			});
		}
		before.add(amounts.unit());
		before.add(amounts.currency());
		before.add(amounts.pledged().scale());
		before.add(total.pledges());
		return Amounts.row(amounts, before.toArray());
	}

}
