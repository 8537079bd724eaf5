package org.solidarity.pledge.recount;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Folds the deltas that recording leaves behind into few sums, again and again while the
 * server runs. Sums are exact with and without it; without it reading them costs more
 * from day to day.
 */
@Component
class Folding implements DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

	private static final int MOST = 5000;

	private final RecountRepository numbers;

	private final Transactions transactions;

	private final Clock clock;

	private final Duration pause;

	private final ScheduledExecutorService thread = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("folding").factory());

	Folding(RecountRepository numbers, Transactions transactions, Clock clock,
			@Value("${crm.pledges.fold-every:1s}") Duration pause) {
		this.numbers = numbers;
		this.transactions = transactions;
		this.clock = clock;
		this.pause = pause;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.thread.scheduleWithFixedDelay(this::attempt, this.pause.toMillis(), this.pause.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	/**
	 * Folds what there is, at most so many at a time, each time in a transaction of its
	 * own, which takes as long as it needs: one that is given up leaves all of it, and
	 * more, to the next.
	 * @return how many deltas
	 */
	int fold() {
		int all = 0;
		int folded;
		do {
			folded = this.transactions.write(Viewer.SYSTEM, () -> {
				this.numbers.takeTime();
				return this.numbers.fold(MOST, LocalDate.now(this.clock));
			});
			all += folded;
		}
		while (folded > 0);
		return all;
	}

	private void attempt() {
		try {
			fold();
		}
		catch (RuntimeException ex) {
			LOG.warn("sums of pledges were not folded; they stay exact, and it is tried again", ex);
		}
	}

	@Override
	public void destroy() {
		this.thread.shutdownNow();
	}

}
