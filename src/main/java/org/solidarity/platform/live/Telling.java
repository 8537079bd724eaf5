package org.solidarity.platform.live;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.connection.Sink;
import org.solidarity.platform.errors.Failures;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells a group what happened: as much of it as its caller may see at that moment, in one
 * transaction of that viewer.
 */
@Component
class Telling {

	/** Events that one transaction tells of. */
	private static final int BATCH = 100;

	private final Events events;

	private final Executions executions;

	private final Transactions transactions;

	private final Clock clock;

	Telling(Events events, Executions executions, Transactions transactions, Clock clock) {
		this.events = events;
		this.executions = executions;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Does the next piece of what the group waits for. */
	void tell(Group group) {
		var viewer = group.key().caller().viewer();
		if (viewer.isEmpty()) {
			group.end(Sink::over);
			return;
		}
		List<Event> happened = group.isBehind() ? missed(group) : group.peek(BATCH);
		if (!happened.isEmpty()) {
			this.transactions.read(viewer.get(), () -> {
				tell(group, viewer.get(), happened);
				return null;
			});
		}
	}

	private List<Event> missed(Group group) {
		var alone = Objects.requireNonNull(group.key().alone());
		var missed = this.events.between(group.live(), alone.last(), group.until(), BATCH);
		if (missed.isEmpty()) {
			group.caughtUp();
		}
		return missed;
	}

	/** Stops early where the rest is better told in another transaction. */
	private void tell(Group group, Viewer viewer, List<Event> happened) {
		Map<UUID, ?> values = group.live().source().of(viewer, happened);
		var seen = happened.stream().filter(event -> values.containsKey(event.id())).toList();
		if (group.live().pause().isPositive() && !seen.isEmpty()) {
			seen = List.of(seen.getLast());
			group.rest(this.clock.instant().plus(group.live().pause()));
		}
		for (Event event : seen) {
			var answer = this.executions.deliver(viewer, group.key().asked(), values.get(event.id()));
			if (!answer.getExecutionResult().isDataPresent()) {
				group.end(sink -> sink.error(errors(answer.toMap())));
				return;
			}
			next(group, event, JsonMapper.shared().writeValueAsString(answer.toMap()));
			group.pass(event.position());
			if (!answer.getErrors().isEmpty() || (group.isBehind() && isFull(group))) {
				return;
			}
		}
		group.pass(happened.getLast().position());
	}

	private static void next(Group group, Event event, String answer) {
		for (Subscription subscription : group.subscriptions()) {
			if (!subscription.next(event.position(), answer)) {
				end(group, subscription);
			}
		}
	}

	private static void end(Group group, Subscription subscription) {
		group.subscriptions().remove(subscription);
		subscription.end();
		subscription.sink().error(List.of(Failures.shown(tooSlow("unsent"))));
	}

	static Refused tooSlow(String limit) {
		return new Refused(ErrorCode.LIMIT_EXCEEDED,
				"More happened than was read. Subscribe again after the last eventId that you have.",
				Map.of("limit", limit));
	}

	private static boolean isFull(Group group) {
		return group.subscriptions().stream().anyMatch(subscription -> !subscription.sink().isRoomy());
	}

	@SuppressWarnings("unchecked")
	static List<Map<String, Object>> errors(Map<String, Object> answer) {
		return (List<Map<String, Object>>) answer.get("errors");
	}

}
