package org.solidarity.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The clock of the application under test: the real one, until a test moves it ahead.
 * Such a test sets it back.
 */
@Component
@Primary
public class TestClock extends Clock {

	private volatile Duration ahead = Duration.ZERO;

	private volatile @Nullable Instant stopped;

	public void advance(Duration by) {
		this.ahead = this.ahead.plus(by);
	}

	public void stop() {
		this.stopped = Instant.now();
	}

	public void reset() {
		this.ahead = Duration.ZERO;
		this.stopped = null;
	}

	@Override
	public Instant instant() {
		Instant now = this.stopped;
		return (now != null ? now : Instant.now()).plus(this.ahead);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

}
