package org.solidarity.action.participation;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.action.Actions;
import org.solidarity.action.shift.Shift;
import org.solidarity.action.shift.Shifts;
import org.solidarity.member.Member;
import org.solidarity.member.Members;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ParticipationController {

	private static final String ACTION_PARTICIPATIONS = "Action.participations";

	private final Participations participations;

	private final CheckIns checkIns;

	private final Actions actions;

	private final Shifts shifts;

	private final Members members;

	private final Bodies bodies;

	private final NestedPages nested;

	ParticipationController(Participations participations, CheckIns checkIns, Actions actions, Shifts shifts,
			Members members, Bodies bodies, NestedPages nested) {
		this.participations = participations;
		this.checkIns = checkIns;
		this.actions = actions;
		this.shifts = shifts;
		this.members = members;
		this.bodies = bodies;
		this.nested = nested;
		nested.<@Nullable Object, Participation>register(ACTION_PARTICIPATIONS,
				(viewer, ids, page, none) -> participations.of(viewer, ids, page));
	}

	@SchemaMapping(typeName = "Action", field = "participations")
	CompletableFuture<Connection<Participation>> participationsOfAction(Action action,
			DataFetchingEnvironment environment, PageRequest page) {
		return this.nested.load(environment, ACTION_PARTICIPATIONS, action.id(), page, null);
	}

	@BatchMapping
	Map<Participation, Action> action(List<Participation> participations, @ContextValue Viewer viewer) {
		return found(viewer, this.actions, participations, Participation::actionId, Action.class);
	}

	@BatchMapping
	Map<Participation, Member> member(List<Participation> participations, @ContextValue Viewer viewer) {
		return found(viewer, this.members, participations, Participation::personId, Member.class);
	}

	@BatchMapping
	Map<Participation, Shift> shift(List<Participation> participations, @ContextValue Viewer viewer) {
		return found(viewer, this.shifts, participations, Participation::shiftId, Shift.class);
	}

	@BatchMapping
	Map<Participation, List<Attendance>> attendance(List<Participation> participations, @ContextValue Viewer viewer) {
		var found = this.checkIns.attendance(viewer, participations.stream().map(Participation::id).toList());
		Map<Participation, List<Attendance>> of = new HashMap<>();
		participations
			.forEach(participation -> of.put(participation, found.getOrDefault(participation.id(), List.of())));
		return of;
	}

	@BatchMapping
	Map<Participation, Body> onBehalfOf(List<Participation> participations, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, participations, Participation::bodyId);
	}

	@MutationMapping
	Rsvp.Payload rsvp(Viewer viewer, @Argument Rsvp.Input input) {
		return new Rsvp.Payload(this.participations.rsvp(viewer, input));
	}

	@MutationMapping
	ChangeRsvp.Payload changeRsvp(Viewer viewer, @Argument ChangeRsvp.Input input) {
		return this.participations.change(viewer, input);
	}

	@MutationMapping
	Reconfirm.Payload reconfirm(Viewer viewer, @Argument Reconfirm.Input input) {
		return new Reconfirm.Payload(this.participations.reconfirm(viewer, input));
	}

	@MutationMapping
	CheckIn.Payload checkIn(Viewer viewer, @Argument CheckIn.Input input) {
		return new CheckIn.Payload(this.checkIns.checkIn(viewer, input));
	}

	@MutationMapping
	MarkNoShow.Payload markNoShow(Viewer viewer, @Argument MarkNoShow.Input input) {
		return new MarkNoShow.Payload(this.checkIns.markNoShow(viewer, input));
	}

	@MutationMapping
	UndoCheckIn.Payload undoCheckIn(Viewer viewer, @Argument UndoCheckIn.Input input) {
		return new UndoCheckIn.Payload(this.checkIns.undo(viewer, input));
	}

	private static <T> Map<Participation, T> found(Viewer viewer, NodeSource source, List<Participation> participations,
			Function<Participation, @Nullable UUID> id, Class<T> type) {
		var nodes = source.nodes(viewer, participations.stream().map(id).filter(Objects::nonNull).distinct().toList());
		Map<Participation, T> of = new HashMap<>();
		participations.forEach(participation -> {
			if (nodes.get(id.apply(participation)) != null) {
				of.put(participation, type.cast(nodes.get(id.apply(participation))));
			}
		});
		return of;
	}

}
