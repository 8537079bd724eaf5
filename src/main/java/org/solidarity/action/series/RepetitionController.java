package org.solidarity.action.series;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.solidarity.action.Action;
import org.solidarity.action.Actions;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class RepetitionController {

	private final Repetitions repetitions;

	private final Actions actions;

	RepetitionController(Repetitions repetitions, Actions actions) {
		this.repetitions = repetitions;
		this.actions = actions;
	}

	@BatchMapping
	Map<Action, Action> repeats(List<Action> repetitions, @ContextValue Viewer viewer) {
		var found = this.actions.nodes(viewer,
				repetitions.stream().map(Action::repeatsId).filter(Objects::nonNull).distinct().toList());
		Map<Action, Action> of = new HashMap<>();
		repetitions.forEach(repetition -> {
			if (found.containsKey(repetition.repeatsId())) {
				of.put(repetition, found.get(repetition.repeatsId()));
			}
		});
		return of;
	}

	@MutationMapping
	RepeatAction.Payload repeatAction(Viewer viewer, @Argument RepeatAction.Input input) {
		return new RepeatAction.Payload(this.repetitions.repeat(viewer, input));
	}

}
