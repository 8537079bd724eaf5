package org.solidarity.identity.signin;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Throttle;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever tries passwords and tokens: by the address that they come from, and
 * by the account that they are for, whether there is one or not.
 */
@Component
class Guesses {

	private final Throttle addresses;

	private final GrowingDelay accounts;

	Guesses(SignInRules rules, Clock clock) {
		this.addresses = new Throttle(rules.wrongPerAddress(), Duration.ofMinutes(1), clock);
		this.accounts = new GrowingDelay(rules.wrongPerAccount(), rules.longestWait(), clock);
	}

	/**
	 * Counts a password as wrong until {@link #wasRight}.
	 * @throws Refused RATE_LIMITED where it must not be tried now
	 */
	void password(String address, String email) {
		String network = network(address);
		refuse(this.addresses.take(network));
		Duration wait = this.accounts.take(account(email));
		if (wait.isPositive()) {
			this.addresses.giveBack(network);
			refuse(wait);
		}
	}

	void wasRight(String address, String email) {
		this.addresses.giveBack(network(address));
		this.accounts.forget(account(email));
	}

	/**
	 * Counts a token that was wrong.
	 * @throws Refused RATE_LIMITED where there were too many
	 */
	void wrongToken(String address) {
		refuse(this.addresses.take(network(address)));
	}

	private static void refuse(Duration wait) {
		if (wait.isPositive()) {
			long seconds = wait.plusMillis(999).toSeconds();
			throw new Refused(ErrorCode.RATE_LIMITED,
					"Too many wrong passwords or tokens; try again in " + seconds + " seconds.",
					Map.of("retryAfter", seconds));
		}
	}

	private static String account(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
	}

	/** The address itself, or the /64 that one IPv6 subscriber has to itself. */
	private static String network(String address) {
		byte[] bytes = InetAddress.ofLiteral(address).getAddress();
		return bytes.length == 4 ? address : Arrays.toString(Arrays.copyOf(bytes, 8));
	}

}
