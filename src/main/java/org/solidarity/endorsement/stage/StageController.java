package org.solidarity.endorsement.stage;

import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.Moment;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.endorsement.resolution.ResolutionVersion;
import org.solidarity.endorsement.resolution.Resolutions;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Stage;
import org.solidarity.platform.page.NestedValues;
import org.solidarity.platform.page.Parents;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The history of a proceeding, and what each event in it refers to. */
@Controller
class StageController {

	private static final String STAGE_AT = "Proceeding.stageAt";

	private final Acts acts;

	private final Bodies bodies;

	private final Proceedings proceedings;

	private final Resolutions resolutions;

	private final NestedValues values;

	StageController(Acts acts, Bodies bodies, Proceedings proceedings, Resolutions resolutions, NestedValues values) {
		this.acts = acts;
		this.bodies = bodies;
		this.proceedings = proceedings;
		this.resolutions = resolutions;
		this.values = values;
		values.<Moment, Stage>register(STAGE_AT, acts::stagesAt);
	}

	@SchemaMapping(typeName = "Proceeding")
	CompletableFuture<@Nullable Stage> stageAt(Proceeding proceeding, @Argument @Nullable LocalDate asOf,
			@Argument @Nullable Instant asKnownAt, DataFetchingEnvironment environment) {
		return this.values.load(environment, STAGE_AT, proceeding.id(), new Moment(asOf, asKnownAt));
	}

	@SchemaMapping(typeName = "Proceeding")
	Set<Stage> nextStages(Proceeding proceeding) {
		return Moves.from(proceeding.stage());
	}

	@BatchMapping(typeName = "Proceeding")
	Map<Proceeding, List<StageEvent>> timeline(List<Proceeding> proceedings, @ContextValue Viewer viewer) {
		var timelines = this.acts.timelines(viewer, proceedings.stream().map(Proceeding::id).toList());
		return proceedings.stream()
			.collect(Collectors.toMap(Function.identity(),
					proceeding -> timelines.getOrDefault(proceeding.id(), List.of())));
	}

	@BatchMapping(typeName = "StageEvent")
	Map<StageEvent, Proceeding> proceeding(List<StageEvent> events, @ContextValue Viewer viewer) {
		return Parents.each(events, StageEvent::proceedingId, ids -> this.proceedings.nodes(viewer, ids));
	}

	@BatchMapping(typeName = "StageEvent")
	Map<StageEvent, StageEvent> corrects(List<StageEvent> events, @ContextValue Viewer viewer) {
		return Parents.each(events, StageEvent::corrects, ids -> this.acts.nodes(viewer, ids));
	}

	@BatchMapping(typeName = "StageEvent")
	Map<StageEvent, ResolutionVersion> adoptedText(List<StageEvent> events, @ContextValue Viewer viewer) {
		return Parents.each(events, event -> event.facts().adoptedTextId(),
				ids -> this.resolutions.versions(viewer, ids));
	}

	@BatchMapping(typeName = "StageEvent")
	Map<StageEvent, Body> overriddenBy(List<StageEvent> events, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, events, event -> event.facts().overriddenBy());
	}

	@BatchMapping(typeName = "StageEvent")
	Map<StageEvent, Proceeding> combinedInto(List<StageEvent> events, @ContextValue Viewer viewer) {
		return Parents.each(events, event -> event.facts().combinedInto(), ids -> this.proceedings.nodes(viewer, ids));
	}

}
