package org.solidarity.platform.live;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.connection.LiveLimits;
import org.springframework.stereotype.Component;

/** The events that are kept, in the order that everyone is told in. */
@Component
class Events {

	/** Events that one transaction places, reads or forgets. */
	static final int BATCH = 1000;

	private final EventRepository events;

	private final Transactions transactions;

	private final Duration retention;

	private final Clock clock;

	Events(EventRepository events, Transactions transactions, LiveLimits limits, Clock clock) {
		this.events = events;
		this.transactions = transactions;
		this.retention = limits.retention();
		this.clock = clock;
	}

	/** The place after which nothing has happened yet. */
	long now() {
		placeAll();
		return this.transactions.read(Viewer.SYSTEM, this.events::last);
	}

	/** What happened after a place; not all of it, where that is much. */
	List<Event> after(long position) {
		return this.transactions.write(Viewer.SYSTEM, () -> {
			this.events.place(BATCH);
			return this.events.after(position, BATCH);
		});
	}

	/** What a subscription is about, after one place and up to another, page by page. */
	List<Event> between(Live<?> live, long after, long until, int most) {
		return this.transactions.read(Viewer.SYSTEM, () -> this.events.between(live, after, until, most));
	}

	/**
	 * The place of the event that a subscription begins after.
	 * @throws Refused BAD_CURSOR where there is none, or none any more
	 */
	long place(Live<?> live) {
		var after = Objects.requireNonNull(live.after()).of(Event.PREFIX);
		return this.transactions.read(Viewer.SYSTEM, () -> this.events.position(live, after))
			.orElseThrow(() -> new Refused(ErrorCode.BAD_CURSOR,
					"after is not the eventId of an event of this subscription, or of one from more than "
							+ this.retention.toDays() + " days ago, which is forgotten. Read anew what you follow, "
							+ "and subscribe without after.",
					Map.of("retentionDays", this.retention.toDays())));
	}

	/** Forgets what is older than is kept. */
	void forget() {
		placeAll();
		var before = this.clock.instant().minus(this.retention);
		while (this.transactions.write(Viewer.SYSTEM, () -> this.events.forget(before, BATCH)) == BATCH) {
			continue;
		}
	}

	private void placeAll() {
		while (this.transactions.write(Viewer.SYSTEM, () -> this.events.place(BATCH)) == BATCH) {
			continue;
		}
	}

}
