package org.solidarity.endorsement.pipeline;

import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.target.Target;
import org.solidarity.campaign.target.Targets;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.identity.Account;
import org.solidarity.identity.Accounts;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.NestedValues;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Parents;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PipelineController {

	private static final String LIST = "Campaign.pipeline";

	private static final String TOTALS = "Campaign.pipelineTotals";

	private final Pipelines pipelines;

	private final Targets targets;

	private final Proceedings proceedings;

	private final Bodies bodies;

	private final Accounts accounts;

	private final NestedPages pages;

	private final NestedValues values;

	private final Clock clock;

	PipelineController(Pipelines pipelines, Targets targets, Proceedings proceedings, Bodies bodies, Accounts accounts,
			NestedPages pages, NestedValues values, Clock clock) {
		this.pipelines = pipelines;
		this.targets = targets;
		this.proceedings = proceedings;
		this.bodies = bodies;
		this.accounts = accounts;
		this.pages = pages;
		this.values = values;
		this.clock = clock;
		pages.<PipelineArguments, PipelineEntry>register(LIST, pipelines::list);
		values.<PipelineTotals.Arguments, PipelineTotals>register(TOTALS, pipelines::totals);
	}

	@SchemaMapping(typeName = "Campaign")
	CompletableFuture<Connection<PipelineEntry>> pipeline(Campaign campaign, PageRequest page,
			@Argument @Nullable PipelineFilter filter, @Argument @Nullable PipelineOrder orderBy,
			DataFetchingEnvironment environment) {
		return this.pages.load(environment, LIST, campaign.id(), page,
				new PipelineArguments(campaign.today(this.clock), filter, orderBy));
	}

	@SchemaMapping(typeName = "Campaign")
	CompletableFuture<PipelineTotals> pipelineTotals(Campaign campaign, @Argument int comingWithin,
			@Argument int stalledFor, DataFetchingEnvironment environment) {
		return this.values.load(environment, TOTALS, campaign.id(),
				new PipelineTotals.Arguments(campaign.today(this.clock), comingWithin, stalledFor));
	}

	@BatchMapping(typeName = "PipelineEntry")
	Map<PipelineEntry, Target> target(List<PipelineEntry> entries, @ContextValue Viewer viewer) {
		return Parents.each(entries, PipelineEntry::targetId, ids -> this.targets.nodes(viewer, ids));
	}

	@BatchMapping(typeName = "PipelineEntry")
	Map<PipelineEntry, Proceeding> proceeding(List<PipelineEntry> entries, @ContextValue Viewer viewer) {
		return Parents.each(entries, PipelineEntry::proceedingId, ids -> this.proceedings.nodes(viewer, ids));
	}

	@BatchMapping(typeName = "PipelineEntry")
	Map<PipelineEntry, Boolean> endorsing(List<PipelineEntry> entries, @ContextValue Viewer viewer) {
		return among(entries, this.pipelines.endorsing(viewer, entries));
	}

	@BatchMapping(typeName = "PipelineEntry")
	Map<PipelineEntry, Boolean> gap(List<PipelineEntry> entries, @ContextValue Viewer viewer) {
		return among(entries, this.pipelines.gaps(viewer, entries));
	}

	@BatchMapping(typeName = "PipelineEntry")
	Map<PipelineEntry, Body> coveredBy(List<PipelineEntry> entries, @ContextValue Viewer viewer) {
		var ancestors = this.pipelines.endorsingAncestors(viewer, entries);
		return this.bodies.of(viewer, entries, entry -> ancestors.get(entry.targetId()));
	}

	@BatchMapping(typeName = "PipelineOwner")
	Map<PipelineTotals.OfOwner, Account> owner(List<PipelineTotals.OfOwner> owners, @ContextValue Viewer viewer) {
		return Parents.each(owners, PipelineTotals.OfOwner::ownerId, ids -> this.accounts.nodes(viewer, ids));
	}

	private static Map<PipelineEntry, Boolean> among(List<PipelineEntry> entries, Set<UUID> targets) {
		return entries.stream()
			.collect(Collectors.toMap(Function.identity(), entry -> targets.contains(entry.targetId())));
	}

}
