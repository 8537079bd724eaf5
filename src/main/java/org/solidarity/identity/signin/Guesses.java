package org.solidarity.identity.signin;

import java.time.Clock;
import java.time.Duration;
import org.solidarity.identity.password.GrowingDelay;
import org.solidarity.identity.password.SignInRules;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Throttle;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Component;

/** Slows down the addresses that wrong passwords and tokens come from. */
@Component
class Guesses {

	private final Throttle addresses;

	Guesses(SignInRules rules, Clock clock) {
		this.addresses = new Throttle(rules.wrongPerAddress(), Duration.ofMinutes(1), clock);
	}

	/**
	 * Counts a guess as wrong, before it is known to be: many at once must not slip
	 * through.
	 * @throws Refused RATE_LIMITED where there were too many
	 */
	void count(String address) {
		Duration wait = this.addresses.take(Viewer.network(address));
		if (wait.isPositive()) {
			throw GrowingDelay.refusal(wait);
		}
	}

	/** It was not wrong after all. */
	void uncount(String address) {
		this.addresses.giveBack(Viewer.network(address));
	}

}
