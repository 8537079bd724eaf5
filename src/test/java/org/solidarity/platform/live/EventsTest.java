package org.solidarity.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Tables;
import org.solidarity.support.ApiTest;
import org.solidarity.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

/** What is kept of events, and the order that it is read in. */
@ApiTest
class EventsTest {

	@Autowired
	Events events;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	TestClock clock;

	UUID topic = UUID.randomUUID();

	@AfterEach
	void setTheClockBack() {
		this.clock.reset();
	}

	private Live<Object> live(UUID after) {
		return Live.each("somethingHappened", this.topic, after == null ? null : new NodeId("evt", after),
				(viewer, happened) -> Map.of());
	}

	private void happens(UUID subject, Instant at) {
		var event = Tables.EVENT;
		this.sql.insertInto(event)
			.set(event.KIND, "somethingHappened")
			.set(event.TOPIC_ID, this.topic)
			.set(event.SUBJECT_ID, subject)
			.set(event.OCCURRED_AT, at)
			.execute();
	}

	private UUID happened(Instant at) {
		UUID subject = UUID.randomUUID();
		this.transactions.write(Viewer.SYSTEM, () -> {
			happens(subject, at);
			return null;
		});
		return subject;
	}

	/** Reads as a server does, and keeps what is of this test. */
	private static final class Reader {

		private final Events events;

		private final UUID topic;

		private long position;

		private final List<UUID> read = new ArrayList<>();

		Reader(Events events, UUID topic) {
			this.events = events;
			this.topic = topic;
			this.position = events.now();
		}

		int read() {
			var more = this.events.after(this.position);
			more.forEach(event -> {
				assertThat(event.position()).isGreaterThan(this.position);
				this.position = event.position();
				if (event.topic().equals(this.topic)) {
					this.read.add(event.subject());
				}
			});
			return more.size();
		}

	}

	/**
	 * Writers whose transactions overlap at random, and two servers that read all the
	 * while.
	 */
	@Test
	void whoeverReadsOnMissesNothingAndReadsNothingTwice() throws Exception {
		List<UUID> written = Collections.synchronizedList(new ArrayList<>());
		var readers = List.of(new Reader(this.events, this.topic), new Reader(this.events, this.topic));
		try (var threads = Executors.newFixedThreadPool(6)) {
			List<Callable<Void>> writers = new ArrayList<>();
			for (int seed = 0; seed < 4; seed++) {
				var random = new Random(seed);
				writers.add(() -> {
					for (int i = 0; i < 30; i++) {
						write(random, written);
					}
					return null;
				});
			}
			var running = writers.stream().map(threads::submit).toList();
			while (!running.stream().allMatch(Future::isDone)) {
				readers.forEach(Reader::read);
			}
			for (var each : running) {
				each.get();
			}
		}
		readers.forEach(reader -> {
			while (reader.read() > 0) {
				continue;
			}
			assertThat(reader.read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(written);
		});
		assertThat(readers.getFirst().read).isEqualTo(readers.getLast().read);
	}

	private void write(Random random, List<UUID> written) {
		List<UUID> mine = List.of(UUID.randomUUID(), UUID.randomUUID());
		boolean fails = random.nextInt(5) == 0;
		try {
			this.transactions.write(Viewer.SYSTEM, () -> {
				mine.forEach(subject -> {
					happens(subject, Instant.now());
					pause(random.nextInt(20));
				});
				if (fails) {
					throw new IllegalStateException();
				}
				return null;
			});
			written.addAll(mine);
		}
		catch (IllegalStateException ex) {
			assertThat(fails).isTrue();
		}
	}

	private static void pause(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void whatIsOlderThanIsKeptIsForgottenFromTheBeginningOn() {
		this.clock.advance(Duration.ofDays(8));
		this.events.forget();
		this.clock.reset();
		Instant old = Instant.now().minus(Duration.ofDays(8));
		long before = this.events.now();
		happened(old);
		this.events.now();
		happened(Instant.now());
		this.events.now();
		happened(old);
		this.events.now();
		var all = this.events.between(live(null), before, Long.MAX_VALUE, 10);
		assertThat(all).hasSize(3);
		assertThat(this.events.place(live(all.getFirst().id()))).isEqualTo(all.getFirst().position());
		this.events.forget();
		assertThat(this.events.between(live(null), before, Long.MAX_VALUE, 10)).isEqualTo(all.subList(1, 3));
		assertThatThrownBy(() -> this.events.place(live(all.getFirst().id()))).isInstanceOf(Refused.class)
			.hasMessageContaining("more than 7 days ago");
		this.clock.advance(Duration.ofDays(8));
		this.events.forget();
		assertThat(this.events.between(live(null), before, Long.MAX_VALUE, 10)).isEmpty();
		happened(Instant.now());
		assertThat(this.events.now()).as("places go on where they were").isGreaterThan(all.getLast().position());
	}

}
