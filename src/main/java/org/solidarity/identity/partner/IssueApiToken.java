package org.solidarity.identity.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.TokenScope;

/** Giving a partner group a token to query with. */
public interface IssueApiToken {

	Duration LONGEST = Duration.ofDays(366);

	int MOST_NETWORKS = 20;

	record Input(String idempotencyKey, NodeId groupId, String name, List<TokenScope> scopes, Instant expiresAt,
			@Nullable List<String> allowedAddresses) {

		void check(Instant now) {
			var checks = new Checks().text(this.name, 200, "input", "name")
				.that(!this.scopes.isEmpty(), UserError.Code.REQUIRED, "scopes is empty; give READ, SUBMIT or both.",
						"input", "scopes")
				.that(this.expiresAt.isAfter(now) && !this.expiresAt.isAfter(now.plus(LONGEST)),
						UserError.Code.OUT_OF_RANGE,
						"expiresAt is " + this.expiresAt + "; allowed is until a year from now.", "input", "expiresAt")
				.that(networks().size() <= MOST_NETWORKS, UserError.Code.TOO_LONG,
						"allowedAddresses names " + networks().size() + " networks; allowed are " + MOST_NETWORKS + ".",
						"input", "allowedAddresses");
			for (int i = 0; i < networks().size(); i++) {
				checks.that(Network.isOne(networks().get(i)), UserError.Code.INVALID,
						"allowedAddresses holds a text that is no network; allowed: such as 192.0.2.0/24, 2001:db8::/32.",
						"input", "allowedAddresses", String.valueOf(i));
			}
			checks.done();
		}

		List<String> networks() {
			return Objects.requireNonNullElse(this.allowedAddresses, List.of());
		}

	}

	/**
	 * @param secret told this once; null where the key was used before
	 */
	record Payload(ApiToken apiToken, @Nullable String secret) {

		/** Without the secret, which must not reach a log. */
		@Override
		public String toString() {
			return "IssueApiToken[" + this.apiToken + "]";
		}

	}

}
