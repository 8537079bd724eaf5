package org.solidarity.endorsement.pipeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/**
 * The targets of campaigns that the viewer may see, with what their bodies have done so
 * far.
 */
@Service
class Pipelines {

	private final PipelineRepository pipelines;

	private final PipelineTotalsRepository totals;

	private final Transactions transactions;

	Pipelines(PipelineRepository pipelines, PipelineTotalsRepository totals, Transactions transactions) {
		this.pipelines = pipelines;
		this.totals = totals;
		this.transactions = transactions;
	}

	Map<UUID, Connection<PipelineEntry>> list(Viewer viewer, List<UUID> campaigns, PageRequest page,
			PipelineArguments arguments) {
		var conditions = new PipelineConditions(viewer, campaigns, arguments.day());
		return this.transactions.read(viewer, () -> this.pipelines.list(conditions, campaigns, page, arguments));
	}

	Map<UUID, PipelineTotals> totals(Viewer viewer, List<UUID> campaigns, PipelineTotals.Arguments arguments) {
		var conditions = new PipelineConditions(viewer, campaigns, arguments.day());
		return this.transactions.read(viewer, () -> {
			var totals = this.totals.of(conditions, arguments);
			campaigns.forEach(campaign -> totals.putIfAbsent(campaign, PipelineTotals.NONE));
			return totals;
		});
	}

	/** The targets whose bodies endorse. */
	Set<UUID> endorsing(Viewer viewer, Collection<PipelineEntry> entries) {
		return ofEach(viewer, entries,
				(conditions, of) -> this.pipelines.among(conditions, of, conditions.endorsing()).stream());
	}

	/** The targets whose bodies are gaps. */
	Set<UUID> gaps(Viewer viewer, Collection<PipelineEntry> entries) {
		return ofEach(viewer, entries,
				(conditions, of) -> this.pipelines.among(conditions, of, conditions.gap()).stream());
	}

	/**
	 * The nearest body above each that endorses, by target; absent where there is none.
	 */
	Map<UUID, UUID> endorsingAncestors(Viewer viewer, Collection<PipelineEntry> entries) {
		return ofEach(viewer, entries,
				(conditions, of) -> this.pipelines.endorsingAncestors(conditions, of).entrySet().stream())
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * Asks about the entries of one day together: there are three days at most at once.
	 */
	private <T> Set<T> ofEach(Viewer viewer, Collection<PipelineEntry> entries,
			BiFunction<PipelineConditions, List<PipelineEntry>, Stream<T>> find) {
		var days = entries.stream().collect(Collectors.groupingBy(PipelineEntry::day));
		return this.transactions.read(viewer,
				() -> days.entrySet()
					.stream()
					.flatMap(of -> find.apply(new PipelineConditions(viewer,
							of.getValue().stream().map(PipelineEntry::campaignId).distinct().toList(), of.getKey()),
							of.getValue()))
					.collect(Collectors.toSet()));
	}

}
