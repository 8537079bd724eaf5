package org.solidarity.organization.meeting;

import static org.solidarity.platform.jooq.Tables.BODY_MEETING;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError.Code;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** When bodies meet to decide: the window in which they can be moved. */
@Service
public class Meetings implements NodeSource {

	private final MeetingRepository meetings;

	private final Bodies bodies;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	Meetings(MeetingRepository meetings, Bodies bodies, Transactions transactions, Idempotency idempotency,
			Clock clock) {
		this.meetings = meetings;
		this.bodies = bodies;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return Meeting.PREFIX;
	}

	@Override
	public Map<UUID, Meeting> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.meetings.find(viewer, ids));
	}

	/** Those from one day on, today where none is given, to another and with it. */
	Map<UUID, Connection<Meeting>> of(Viewer viewer, Collection<UUID> ids, PageRequest page, @Nullable LocalDate from,
			@Nullable LocalDate to) {
		var first = Objects.requireNonNullElseGet(from, () -> LocalDate.now(this.clock));
		return this.transactions.read(viewer, () -> this.meetings.of(viewer, ids, page, first, to));
	}

	/** The next that is not cancelled; a body without one is absent. */
	Map<UUID, Meeting> next(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.meetings.next(viewer, ids, LocalDate.now(this.clock)));
	}

	Meeting schedule(Viewer viewer, ScheduleMeeting.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		var facts = input.facts();
		facts.check();
		return this.transactions.write(viewer, () -> {
			Body body = this.bodies.require(viewer, input.bodyId(), "input", "bodyId");
			UUID id = this.idempotency.once(viewer, "scheduleMeeting", input.idempotencyKey(), input,
					() -> this.meetings.insert(viewer, body.id(), facts));
			return this.meetings.find(viewer, List.of(id)).get(id);
		});
	}

	Meeting update(Viewer viewer, UpdateMeeting.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		return this.transactions.write(viewer, () -> {
			var meeting = require(viewer, input.id());
			var facts = input.over(meeting);
			facts.check();
			this.meetings.update(meeting.id(), input.expectedVersion(), facts.values());
			return require(viewer, input.id());
		});
	}

	Meeting cancel(Viewer viewer, CancelMeeting.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		return this.transactions.write(viewer, () -> {
			var meeting = require(viewer, input.id());
			if (meeting.cancelled()) {
				throw new Invalid(Code.MOVE_NOT_ALLOWED, "The meeting has been cancelled before.", "input", "id");
			}
			this.meetings.update(meeting.id(), input.expectedVersion(), Map.of(BODY_MEETING.CANCELLED, true));
			return require(viewer, input.id());
		});
	}

	/**
	 * The id of a meeting of the body, that an input names by its meetingId.
	 * @throws Invalid NOT_FOUND where it is none
	 */
	public UUID requireOf(Viewer viewer, @Nullable UUID body, NodeId meetingId) {
		UUID id = meetingId.of(Meeting.PREFIX);
		var meeting = nodes(viewer, List.of(id)).get(id);
		if (meeting == null || !meeting.bodyId().equals(body)) {
			throw new Invalid(Code.NOT_FOUND, "meetingId is not the id of a meeting of the body.", "input",
					"meetingId");
		}
		return id;
	}

	private Meeting require(Viewer viewer, NodeId id) {
		UUID uuid = id.of(Meeting.PREFIX);
		var meeting = this.meetings.find(viewer, List.of(uuid)).get(uuid);
		if (meeting == null) {
			throw new Invalid(Code.NOT_FOUND, "id is not the id of a meeting.", "input", "id");
		}
		return meeting;
	}

}
