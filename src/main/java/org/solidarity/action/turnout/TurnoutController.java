package org.solidarity.action.turnout;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class TurnoutController {

	private static final String TURNOUT_BY_BODY = "Turnout.byBody";

	private final Turnouts turnouts;

	private final Bodies bodies;

	private final NestedPages nested;

	TurnoutController(Turnouts turnouts, Bodies bodies, NestedPages nested) {
		this.turnouts = turnouts;
		this.bodies = bodies;
		this.nested = nested;
		nested.<@Nullable Object, BodyTurnout>register(TURNOUT_BY_BODY,
				(viewer, ids, page, none) -> turnouts.byBody(viewer, ids, page));
	}

	@BatchMapping
	Map<Action, Turnout> turnout(List<Action> actions, @ContextValue Viewer viewer) {
		var found = this.turnouts.of(viewer, actions.stream().map(Action::id).toList());
		Map<Action, Turnout> of = new HashMap<>();
		actions.forEach(action -> of.put(action, found.get(action.id())));
		return of;
	}

	@SchemaMapping(typeName = "Turnout", field = "byBody")
	CompletableFuture<Connection<BodyTurnout>> byBody(Turnout turnout, DataFetchingEnvironment environment,
			PageRequest page) {
		return this.nested.load(environment, TURNOUT_BY_BODY, turnout.actionId(), page, null);
	}

	@BatchMapping
	Map<BodyTurnout, Body> body(List<BodyTurnout> turnouts, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, turnouts, BodyTurnout::bodyId);
	}

}
