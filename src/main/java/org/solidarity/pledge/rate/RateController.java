package org.solidarity.pledge.rate;

import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.endorsement.Moment;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedValues;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.pledge.totals.PledgeTotalFilter;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class RateController {

	private static final String CONVERTED = "Campaign.convertedPledgeTotal";

	private final ExchangeRates rates;

	private final NestedValues values;

	RateController(ExchangeRates rates, NestedValues values) {
		this.rates = rates;
		this.values = values;
		values.<Conversion, ConvertedTotal>register(CONVERTED, rates::convert);
	}

	@QueryMapping
	Connection<ExchangeRate> exchangeRates(Viewer viewer, PageRequest page, @Argument @Nullable String currency) {
		return this.rates.list(viewer, page, currency);
	}

	@SchemaMapping(typeName = "Campaign")
	CompletableFuture<@Nullable ConvertedTotal> convertedPledgeTotal(Campaign campaign, @Argument PledgeRate rate,
			@Argument @Nullable PledgeTotalFilter filter, @Argument @Nullable LocalDate asOf,
			@Argument @Nullable Instant asKnownAt, DataFetchingEnvironment environment) {
		return this.values.load(environment, CONVERTED, campaign.id(),
				new Conversion(rate, new Moment(asOf, asKnownAt), filter));
	}

	@MutationMapping
	RecordExchangeRate.Payload recordExchangeRate(Viewer viewer, @Argument RecordExchangeRate.Input input) {
		return new RecordExchangeRate.Payload(this.rates.record(viewer, input));
	}

}
