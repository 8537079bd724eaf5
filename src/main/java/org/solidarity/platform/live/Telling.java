package org.solidarity.platform.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

	/**
	 * How long one group is told in one go: then others have their turn, and its caller
	 * is asked for proof again.
	 */
	private static final Duration AT_ONCE = Duration.ofMillis(100);

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
		if (group.live().pause().isPositive()) {
			this.transactions.read(viewer.get(), () -> {
				tellLatest(group, viewer.get());
				return null;
			});
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
		long until = group.until();
		var missed = this.events.between(group.live(), group.told(), until, BATCH);
		if (missed.isEmpty()) {
			group.caughtUp(until);
		}
		return missed;
	}

	/** Stops early where the rest is better told in another transaction. */
	private void tell(Group group, Viewer viewer, List<Event> happened) {
		Map<UUID, ?> values = group.live().source().of(viewer, happened);
		Instant enough = this.clock.instant().plus(AT_ONCE);
		for (Event event : happened) {
			if (values.containsKey(event.id())) {
				boolean sound = tell(group, viewer, event, values.get(event.id()));
				if (!sound || group.subscriptions().isEmpty() || this.clock.instant().isAfter(enough)
						|| (group.isBehind() && group.full().isPresent())) {
					return;
				}
			}
		}
		group.pass(happened.getLast().position());
	}

	/** What happens meanwhile is looked at, and told of when the pause is over. */
	private void tellLatest(Group group, Viewer viewer) {
		List<Event> happened = group.peek(Events.BATCH);
		Map<UUID, ?> values = happened.isEmpty() ? Map.of() : group.live().source().of(viewer, happened);
		if (!happened.isEmpty()) {
			happened.stream().filter(event -> values.containsKey(event.id())).forEach(group::owe);
			group.drop(happened.getLast().position());
		}
		Event owed = group.owed();
		Instant now = this.clock.instant();
		if (owed != null && !now.isBefore(group.dueAt())) {
			Object value = values.containsKey(owed.id()) ? values.get(owed.id())
					: group.live().source().of(viewer, List.of(owed)).get(owed.id());
			group.rest(now.plus(group.live().pause()));
			if (value != null) {
				tell(group, viewer, owed, value);
			}
		}
	}

	/** False where something went wrong with it. */
	private boolean tell(Group group, Viewer viewer, Event event, Object value) {
		var answer = this.executions.deliver(viewer, group.key().asked(), value);
		if (!answer.getExecutionResult().isDataPresent()) {
			group.end(sink -> sink.error(errors(answer.toMap())));
			return false;
		}
		next(group, event, JsonMapper.shared().writeValueAsString(answer.toMap()));
		group.pass(event.position());
		return answer.getErrors().isEmpty();
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

	@SuppressWarnings("unchecked")
	static List<Map<String, Object>> errors(Map<String, Object> answer) {
		return (List<Map<String, Object>>) answer.get("errors");
	}

}
