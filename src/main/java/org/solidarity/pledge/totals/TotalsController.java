package org.solidarity.pledge.totals;

import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.PledgeGrouping;
import org.solidarity.platform.jooq.enums.PledgeState;
import org.solidarity.platform.jooq.enums.PledgeStatus;
import org.solidarity.pledge.Pledge;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class TotalsController {

	private static final String POSITION = "Pledge.position";

	private static final String TOTALS = "pledgeTotals";

	private final Totals totals;

	private final Bodies bodies;

	private record PositionKey(UUID pledge, Moment moment) {
	}

	/**
	 * Of which campaign or body a sum is asked, and how; of one without campaign, of all
	 * of it.
	 */
	private record TotalKey(UUID parent, Question question) {
	}

	private record Question(@Nullable NodeId campaign, @Nullable PledgeScope scope, Moment moment,
			Set<PledgeGrouping> groupBy) {
	}

	TotalsController(Totals totals, Bodies bodies, BatchLoaderRegistry registry) {
		this.totals = totals;
		this.bodies = bodies;
		registry.<PositionKey, PledgePosition>forName(POSITION)
			.registerMappedBatchLoader((keys, environment) -> Mono
				.just(positions(environment.<graphql.GraphQLContext>getContext().get(Viewer.class), keys)));
		registry.<TotalKey, List<PledgeTotal>>forName(TOTALS)
			.registerMappedBatchLoader((keys, environment) -> Mono
				.just(totals(environment.<graphql.GraphQLContext>getContext().get(Viewer.class), keys)));
	}

	@SchemaMapping(typeName = "Pledge")
	CompletableFuture<PledgeAmounts> amounts(Pledge pledge, @Argument @Nullable LocalDate asOf,
			@Argument @Nullable Instant asKnownAt, DataFetchingEnvironment environment) {
		return position(pledge, new Moment(asOf, asKnownAt), environment)
			.thenApply(position -> position == null ? null : position.amounts());
	}

	@SchemaMapping(typeName = "Pledge")
	CompletableFuture<PledgeState> state(Pledge pledge, DataFetchingEnvironment environment) {
		return position(pledge, Moment.NOW, environment)
			.thenApply(position -> position == null ? PledgeState.PROPOSED : position.state());
	}

	@SchemaMapping(typeName = "Pledge")
	CompletableFuture<PledgeStatus> status(Pledge pledge, @Argument @Nullable LocalDate asOf,
			@Argument @Nullable Instant asKnownAt, DataFetchingEnvironment environment) {
		return position(pledge, new Moment(asOf, asKnownAt), environment)
			.thenApply(position -> position == null ? null : position.status());
	}

	@SchemaMapping(typeName = "Campaign", field = "pledgeTotals")
	CompletableFuture<List<PledgeTotal>> ofCampaign(Campaign campaign, @Argument @Nullable LocalDate asOf,
			@Argument @Nullable Instant asKnownAt, @Argument List<PledgeGrouping> groupBy,
			DataFetchingEnvironment environment) {
		return total(campaign.id(), new Question(null, null, new Moment(asOf, asKnownAt), set(groupBy)), environment);
	}

	@SchemaMapping(typeName = "Body", field = "pledgeTotals")
	CompletableFuture<List<PledgeTotal>> ofBody(Body body, @Argument NodeId campaignId, @Argument PledgeScope scope,
			@Argument @Nullable LocalDate asOf, @Argument @Nullable Instant asKnownAt,
			@Argument List<PledgeGrouping> groupBy, DataFetchingEnvironment environment) {
		return total(body.id(), new Question(campaignId, scope, new Moment(asOf, asKnownAt), set(groupBy)),
				environment);
	}

	@BatchMapping(typeName = "PledgeTotal")
	Map<PledgeTotal, Body> body(List<PledgeTotal> totals, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, totals, PledgeTotal::bodyId);
	}

	private static CompletableFuture<@Nullable PledgePosition> position(Pledge pledge, Moment moment,
			DataFetchingEnvironment environment) {
		return Objects.requireNonNull(environment.<PositionKey, PledgePosition>getDataLoader(POSITION))
			.load(new PositionKey(pledge.id(), moment));
	}

	private static CompletableFuture<List<PledgeTotal>> total(UUID parent, Question question,
			DataFetchingEnvironment environment) {
		return Objects.requireNonNull(environment.<TotalKey, List<PledgeTotal>>getDataLoader(TOTALS))
			.load(new TotalKey(parent, question))
			.thenApply(totals -> Objects.requireNonNullElse(totals, List.of()));
	}

	private Map<PositionKey, PledgePosition> positions(Viewer viewer, Set<PositionKey> keys) {
		Map<Moment, List<UUID>> moments = new HashMap<>();
		keys.forEach(
				key -> moments.computeIfAbsent(key.moment(), moment -> new java.util.ArrayList<>()).add(key.pledge()));
		Map<PositionKey, PledgePosition> found = new HashMap<>();
		moments.forEach((moment, pledges) -> this.totals.positions(viewer, pledges, moment)
			.forEach((id, position) -> found.put(new PositionKey(id, moment), position)));
		return found;
	}

	private Map<TotalKey, List<PledgeTotal>> totals(Viewer viewer, Set<TotalKey> keys) {
		Map<Question, List<UUID>> questions = new HashMap<>();
		keys.forEach(key -> questions.computeIfAbsent(key.question(), question -> new java.util.ArrayList<>())
			.add(key.parent()));
		Map<TotalKey, List<PledgeTotal>> found = new HashMap<>();
		questions.forEach((question, parents) -> answer(viewer, parents, question)
			.forEach((id, totals) -> found.put(new TotalKey(id, question), totals)));
		return found;
	}

	private Map<UUID, List<PledgeTotal>> answer(Viewer viewer, List<UUID> parents, Question question) {
		return question.campaign() == null || question.scope() == null
				? this.totals.ofCampaigns(viewer, parents, question.moment(), question.groupBy())
				: this.totals.ofBodies(viewer, parents, question.campaign(), question.scope(), question.moment(),
						question.groupBy());
	}

	private static Set<PledgeGrouping> set(List<PledgeGrouping> groupBy) {
		return groupBy.isEmpty() ? Set.of() : EnumSet.copyOf(groupBy);
	}

}
