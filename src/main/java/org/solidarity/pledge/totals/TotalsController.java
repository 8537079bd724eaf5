package org.solidarity.pledge.totals;

import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.endorsement.Moment;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.PledgeScope;
import org.solidarity.platform.jooq.enums.PledgeState;
import org.solidarity.platform.jooq.enums.PledgeStatus;
import org.solidarity.platform.page.NestedValues;
import org.solidarity.pledge.Pledge;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class TotalsController {

	private static final String POSITION = "Pledge.position";

	private static final String OF_CAMPAIGN = "Campaign.pledgeTotals";

	private static final String CASH = "Campaign.pledgeCash";

	private static final String OF_BODY = "Body.pledgeTotals";

	private final Bodies bodies;

	private final NestedValues values;

	private record OfBody(NodeId campaign, PledgeScope scope, Question question) {
	}

	TotalsController(Totals totals, Bodies bodies, NestedValues values) {
		this.bodies = bodies;
		this.values = values;
		values.<Moment, PledgePosition>register(POSITION, totals::positions);
		values.<Question, List<PledgeTotal>>register(OF_CAMPAIGN, totals::ofCampaigns);
		values.<PledgeCash.Span, List<PledgeCash>>register(CASH, totals::cash);
		values.<OfBody, List<PledgeTotal>>register(OF_BODY, (viewer, ids, asked) -> totals.ofBodies(viewer, ids,
				asked.campaign(), asked.scope(), asked.question()));
	}

	@SchemaMapping(typeName = "Pledge")
	CompletableFuture<@Nullable PledgeAmounts> amounts(Pledge pledge, @Argument @Nullable LocalDate asOf,
			@Argument @Nullable Instant asKnownAt, DataFetchingEnvironment environment) {
		return position(pledge, new Moment(asOf, asKnownAt), environment)
			.thenApply(position -> position == null ? null : position.amounts());
	}

	@SchemaMapping(typeName = "Pledge")
	CompletableFuture<PledgeState> state(Pledge pledge, @Argument @Nullable LocalDate asOf,
			@Argument @Nullable Instant asKnownAt, DataFetchingEnvironment environment) {
		return position(pledge, new Moment(asOf, asKnownAt), environment)
			.thenApply(position -> position == null ? PledgeState.PROPOSED : position.state());
	}

	@SchemaMapping(typeName = "Pledge")
	CompletableFuture<@Nullable PledgeStatus> status(Pledge pledge, @Argument @Nullable LocalDate asOf,
			@Argument @Nullable Instant asKnownAt, DataFetchingEnvironment environment) {
		return position(pledge, new Moment(asOf, asKnownAt), environment)
			.thenApply(position -> position == null ? null : position.status());
	}

	@SchemaMapping(typeName = "Campaign", field = "pledgeTotals")
	CompletableFuture<List<PledgeTotal>> ofCampaign(Campaign campaign, @Argument @Nullable PledgeTotalFilter filter,
			@Argument @Nullable LocalDate asOf, @Argument @Nullable Instant asKnownAt,
			@Argument List<PledgeGrouping> groupBy, DataFetchingEnvironment environment) {
		var question = new Question(new Moment(asOf, asKnownAt), filter, set(groupBy));
		return orNone(this.values.load(environment, OF_CAMPAIGN, campaign.id(), question));
	}

	@SchemaMapping(typeName = "Body", field = "pledgeTotals")
	CompletableFuture<List<PledgeTotal>> ofBody(Body body, @Argument NodeId campaignId, @Argument PledgeScope scope,
			@Argument @Nullable PledgeTotalFilter filter, @Argument @Nullable LocalDate asOf,
			@Argument @Nullable Instant asKnownAt, @Argument List<PledgeGrouping> groupBy,
			DataFetchingEnvironment environment) {
		var question = new Question(new Moment(asOf, asKnownAt), filter, set(groupBy));
		return orNone(this.values.load(environment, OF_BODY, body.id(), new OfBody(campaignId, scope, question)));
	}

	@SchemaMapping(typeName = "Campaign")
	CompletableFuture<List<PledgeCash>> pledgeCash(Campaign campaign, @Argument LocalDate from,
			@Argument LocalDate until, @Argument @Nullable Instant asKnownAt, DataFetchingEnvironment environment) {
		return orNone(this.values.load(environment, CASH, campaign.id(),
				new PledgeCash.Span(from, until, new Moment(null, asKnownAt))));
	}

	@BatchMapping(typeName = "PledgeTotal")
	Map<PledgeTotal, Body> body(List<PledgeTotal> totals, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, totals, PledgeTotal::bodyId);
	}

	private CompletableFuture<@Nullable PledgePosition> position(Pledge pledge, Moment moment,
			DataFetchingEnvironment environment) {
		return this.values.load(environment, POSITION, pledge.id(), moment);
	}

	private static <T> CompletableFuture<List<T>> orNone(CompletableFuture<@Nullable List<T>> totals) {
		return totals.thenApply(found -> Objects.requireNonNullElse(found, List.of()));
	}

	private static Set<PledgeGrouping> set(List<PledgeGrouping> groupBy) {
		return groupBy.isEmpty() ? Set.of() : EnumSet.copyOf(groupBy);
	}

}
