package org.solidarity.platform.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class OutgoingTest {

	private static final LiveLimits LIMITS = new LiveLimits(DataSize.ofKilobytes(64), Duration.ofSeconds(5), 10, 20, 50,
			2000, 1000, DataSize.ofBytes(100), Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofMillis(250), 2,
			Duration.ofDays(7));

	private static final class Wire implements Outgoing.Line {

		private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();

		@Override
		public void send(String message) {
			this.sent.add(message.length() + " characters");
		}

		@Override
		public void keepAlive() {
			this.sent.add("a sign");
		}

		@Override
		public void gone() {
			this.sent.add("gone");
		}

		String next() throws InterruptedException {
			return this.sent.poll(5, TimeUnit.SECONDS);
		}

	}

	private final Wire wire = new Wire();

	private final Outgoing outgoing = new Outgoing(this.wire, LIMITS);

	@Test
	void whatIsLargerThanWhatMayWaitIsToldWhereNothingWaits() throws InterruptedException {
		assertThat(this.outgoing.offer("x".repeat(1000))).isTrue();
		assertThat(this.outgoing.offer("y")).as("with so much waiting").isFalse();
		this.outgoing.start();
		assertThat(this.wire.next()).isEqualTo("1000 characters");
	}

	@Test
	void noMoreWaitsThanMay() {
		assertThat(this.outgoing.offer("x".repeat(60))).isTrue();
		assertThat(this.outgoing.offer("x".repeat(40))).isTrue();
		assertThat(this.outgoing.offer("x")).isFalse();
	}

	@Test
	void itEndsOnceAndInTheFirstWay() throws InterruptedException {
		this.outgoing.offer("last");
		this.outgoing.end(() -> this.wire.sent.add("first way"));
		this.outgoing.end(() -> this.wire.sent.add("second way"));
		this.outgoing.start();
		assertThat(this.wire.next()).isEqualTo("4 characters");
		assertThat(this.wire.next()).isEqualTo("first way");
		assertThat(this.wire.next()).isEqualTo("gone");
		assertThat(this.wire.sent).isEmpty();
	}

}
