package org.solidarity.pledge.rate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.pledge.totals.RatedTotal;
import org.solidarity.pledge.totals.Totals;
import org.springframework.stereotype.Service;

/** Exchange rates, the recording of them, and what sums of pledges come to by them. */
@Service
class ExchangeRates implements NodeSource {

	private final RateRepository rates;

	private final Totals totals;

	private final Campaigns campaigns;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	ExchangeRates(RateRepository rates, Totals totals, Campaigns campaigns, Transactions transactions,
			Idempotency idempotency, Clock clock) {
		this.rates = rates;
		this.totals = totals;
		this.campaigns = campaigns;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return ExchangeRate.PREFIX;
	}

	@Override
	public Map<UUID, ExchangeRate> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.rates.find(viewer, ids));
	}

	Connection<ExchangeRate> list(Viewer viewer, PageRequest page, @Nullable String currency) {
		return this.transactions.read(viewer, () -> this.rates.list(viewer, page, currency));
	}

	/**
	 * @throws org.solidarity.platform.Invalid where the input cannot stand
	 */
	ExchangeRate record(Viewer viewer, RecordExchangeRate.Input input) {
		viewer.require(Permission.RECORD_CAMPAIGNS);
		input.check();
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "recordExchangeRate", input.idempotencyKey(), input,
					() -> this.rates.insert(viewer, input));
			return Objects.requireNonNull(this.rates.find(viewer, List.of(id)).get(id));
		});
	}

	/** The sums of each campaign in its reporting currency. */
	Map<UUID, ConvertedTotal> convert(Viewer viewer, List<UUID> campaigns, Conversion conversion) {
		return this.transactions.read(viewer, () -> {
			boolean booked = conversion.rate() == PledgeRate.BOOKED;
			var totals = this.totals.rated(viewer, campaigns, conversion.moment(), conversion.filter(), booked);
			var found = this.campaigns.nodes(viewer, campaigns);
			var rates = booked ? booked(viewer, totals.values()) : inForce(viewer, found.values(), totals, conversion);
			Map<UUID, ConvertedTotal> converted = new HashMap<>();
			found.forEach((id, campaign) -> converted.put(id, conversion.of(campaign.currency(),
					totals.getOrDefault(id, List.of()), total -> rates.apply(campaign, total))));
			return converted;
		});
	}

	private BiFunction<Campaign, RatedTotal, @Nullable ExchangeRate> booked(Viewer viewer,
			Collection<List<RatedTotal>> totals) {
		var booked = this.rates.find(viewer,
				totals.stream()
					.flatMap(List::stream)
					.map(RatedTotal::bookedRateId)
					.filter(Objects::nonNull)
					.distinct()
					.toList());
		return (campaign, total) -> booked.get(total.bookedRateId());
	}

	private BiFunction<Campaign, RatedTotal, @Nullable ExchangeRate> inForce(Viewer viewer,
			Collection<Campaign> campaigns, Map<UUID, List<RatedTotal>> totals, Conversion conversion) {
		BiFunction<Campaign, RatedTotal, Asked> asked = (campaign, total) -> new Asked(total.currency(),
				campaign.currency(),
				Objects.requireNonNullElseGet(conversion.moment().asOf(), () -> campaign.today(this.clock)));
		var inForce = this.rates.inForce(viewer,
				campaigns.stream()
					.flatMap(campaign -> totals.getOrDefault(campaign.id(), List.of())
						.stream()
						.map(total -> asked.apply(campaign, total)))
					.toList(),
				conversion.moment().asKnownAt());
		return (campaign, total) -> inForce.get(asked.apply(campaign, total));
	}

}
