package org.solidarity.organization.meeting;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
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
class MeetingController {

	private static final String MEETINGS = "Body.meetings";

	private record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
	}

	private final Meetings meetings;

	private final Bodies bodies;

	private final NestedPages nestedPages;

	MeetingController(Meetings meetings, Bodies bodies, NestedPages nestedPages) {
		this.meetings = meetings;
		this.bodies = bodies;
		this.nestedPages = nestedPages;
		nestedPages.<Days, Meeting>register(MEETINGS,
				(viewer, ids, page, days) -> meetings.of(viewer, ids, page, days.from(), days.to()));
	}

	@SchemaMapping(typeName = "Body")
	CompletableFuture<Connection<Meeting>> meetings(Body body, PageRequest page, @Argument @Nullable LocalDate from,
			@Argument @Nullable LocalDate to, DataFetchingEnvironment environment) {
		return this.nestedPages.load(environment, MEETINGS, body.id(), page, new Days(from, to));
	}

	@BatchMapping(typeName = "Body")
	Map<Body, Meeting> nextMeeting(List<Body> bodies, @ContextValue Viewer viewer) {
		var next = this.meetings.next(viewer, bodies.stream().map(Body::id).toList());
		Map<Body, Meeting> meetings = new HashMap<>();
		bodies.forEach(body -> meetings.put(body, next.get(body.id())));
		return meetings;
	}

	@BatchMapping(typeName = "Meeting")
	Map<Meeting, Body> body(List<Meeting> meetings, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, meetings, Meeting::bodyId);
	}

	@MutationMapping
	ScheduleMeeting.Payload scheduleMeeting(Viewer viewer, @Argument ScheduleMeeting.Input input) {
		return new ScheduleMeeting.Payload(this.meetings.schedule(viewer, input));
	}

	@MutationMapping
	UpdateMeeting.Payload updateMeeting(Viewer viewer, @Argument UpdateMeeting.Input input) {
		return new UpdateMeeting.Payload(this.meetings.update(viewer, input));
	}

	@MutationMapping
	CancelMeeting.Payload cancelMeeting(Viewer viewer, @Argument CancelMeeting.Input input) {
		return new CancelMeeting.Payload(this.meetings.cancel(viewer, input));
	}

}
