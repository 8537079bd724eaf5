package org.solidarity.action.shift;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.solidarity.action.Action;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class ShiftController {

	private final Shifts shifts;

	ShiftController(Shifts shifts) {
		this.shifts = shifts;
	}

	@BatchMapping
	Map<Action, List<Shift>> shifts(List<Action> actions, @ContextValue Viewer viewer) {
		var found = this.shifts.of(viewer, actions.stream().map(Action::id).toList());
		Map<Action, List<Shift>> of = new HashMap<>();
		actions.forEach(action -> of.put(action, found.getOrDefault(action.id(), List.of())));
		return of;
	}

	@MutationMapping
	AddShift.Payload addShift(Viewer viewer, @Argument AddShift.Input input) {
		return this.shifts.add(viewer, input);
	}

}
