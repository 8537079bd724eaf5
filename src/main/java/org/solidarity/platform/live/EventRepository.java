package org.solidarity.platform.live;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.EVENT;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.solidarity.platform.jooq.Routines;
import org.springframework.stereotype.Repository;

/** Read by the application itself: what of an event a viewer sees, is asked elsewhere. */
@Repository
class EventRepository {

	private final DSLContext sql;

	EventRepository(DSLContext sql) {
		this.sql = sql;
	}

	/**
	 * Gives their place to events that were committed since; says how many those were.
	 */
	int place(int most) {
		return this.sql.select(Routines.placeEvents(val(most))).fetchSingle().value1();
	}

	/** The last place that was given; 0 where no event is kept. */
	long last() {
		Long last = this.sql.select(max(EVENT.POSITION)).from(EVENT).fetchSingle().value1();
		return Objects.requireNonNullElse(last, 0L);
	}

	/** Events after a place, in their order. */
	List<Event> after(long position, int most) {
		return this.sql.selectFrom(EVENT)
			.where(EVENT.POSITION.gt(position))
			.orderBy(EVENT.POSITION)
			.limit(most)
			.fetch(EventRepository::event);
	}

	/** What a subscription is about, after one place and up to another. */
	List<Event> between(Live<?> live, long after, long until, int most) {
		return this.sql.selectFrom(EVENT)
			.where(isAbout(live), EVENT.POSITION.gt(after), EVENT.POSITION.le(until))
			.orderBy(EVENT.POSITION)
			.limit(most)
			.fetch(EventRepository::event);
	}

	/** The place of an event; empty where the subscription is not about it. */
	Optional<Long> position(Live<?> live, UUID event) {
		return this.sql.select(EVENT.POSITION)
			.from(EVENT)
			.where(isAbout(live), EVENT.ID.eq(event), EVENT.POSITION.isNotNull())
			.fetchOptional(EVENT.POSITION);
	}

	/** Forgets the oldest events; says how many those were. */
	int forget(Instant before, int most) {
		return this.sql.select(Routines.forgetEvents(val(before), val(most))).fetchSingle().value1();
	}

	private static Condition isAbout(Live<?> live) {
		return EVENT.TOPIC_ID.eq(live.topic()).and(EVENT.KIND.eq(any(live.kinds().toArray(String[]::new))));
	}

	private static Event event(Record row) {
		return new Event(row.get(EVENT.ID), row.get(EVENT.POSITION), row.get(EVENT.KIND), row.get(EVENT.TOPIC_ID),
				row.get(EVENT.SUBJECT_ID), row.get(EVENT.PART_ID), row.get(EVENT.OCCURRED_AT));
	}

}
