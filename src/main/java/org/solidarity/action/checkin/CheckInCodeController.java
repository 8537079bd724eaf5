package org.solidarity.action.checkin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.solidarity.action.Action;
import org.solidarity.action.Actions;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class CheckInCodeController {

	private final CheckInCodes codes;

	private final Actions actions;

	CheckInCodeController(CheckInCodes codes, Actions actions) {
		this.codes = codes;
		this.actions = actions;
	}

	@BatchMapping
	Map<CheckInCode, Action> action(List<CheckInCode> codes, @ContextValue Viewer viewer) {
		var found = this.actions.nodes(viewer, codes.stream().map(CheckInCode::actionId).distinct().toList());
		Map<CheckInCode, Action> of = new HashMap<>();
		codes.forEach(code -> of.put(code, found.get(code.actionId())));
		return of;
	}

	@BatchMapping
	Map<Action, List<CheckInCode>> checkInCodes(List<Action> actions, @ContextValue Viewer viewer) {
		var found = this.codes.good(viewer, actions.stream().map(Action::id).toList());
		Map<Action, List<CheckInCode>> of = new HashMap<>();
		actions.forEach(action -> of.put(action, found.getOrDefault(action.id(), List.of())));
		return of;
	}

	@MutationMapping
	IssueCheckInCode.Payload issueCheckInCode(Viewer viewer, @Argument IssueCheckInCode.Input input) {
		return this.codes.issue(viewer, input);
	}

	@MutationMapping
	RevokeCheckInCode.Payload revokeCheckInCode(Viewer viewer, @Argument RevokeCheckInCode.Input input) {
		return new RevokeCheckInCode.Payload(this.codes.revoke(viewer, input.id()));
	}

}
