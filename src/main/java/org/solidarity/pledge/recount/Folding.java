package org.solidarity.pledge.recount;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.connection.Pulse;
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
class Folding {

	private static final int MOST = 5000;

	private final RecountRepository numbers;

	private final Transactions transactions;

	private final Pulse pulse;

	private final Clock clock;

	private final Duration pause;

	Folding(RecountRepository numbers, Transactions transactions, Pulse pulse, Clock clock,
			@Value("${crm.pledges.fold-every:1s}") Duration pause) {
		this.numbers = numbers;
		this.transactions = transactions;
		this.pulse = pulse;
		this.clock = clock;
		this.pause = pause;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.pulse.every(this.pause, this::fold);
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

}
