package org.solidarity.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.solidarity.identity.password.GrowingDelay;
import org.solidarity.identity.password.Passwords;
import org.solidarity.identity.password.SignInRules;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.springframework.stereotype.Service;

/** How people prove who they are. */
@Service
public class SignIns {

	private final AccountRepository accounts;

	private final Passwords passwords;

	private final Transactions transactions;

	private final Clock clock;

	private final GrowingDelay delays;

	SignIns(AccountRepository accounts, Passwords passwords, Transactions transactions, Clock clock,
			SignInRules rules) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.transactions = transactions;
		this.clock = clock;
		this.delays = new GrowingDelay(rules.wrongPerAccount(), rules.longestWait(), clock);
	}

	/**
	 * The viewer that this account is, where a session that began then is still good:
	 * with the role that the account has now.
	 */
	public Optional<Viewer> viewer(UUID account, Instant signedInAt) {
		return this.transactions.read(Viewer.SYSTEM, () -> this.accounts.role(account, signedInAt))
			.map(role -> new Viewer(account, role, null, Permissions.of(role)));
	}

	/**
	 * The account with this address and password; empty where there is none or it is
	 * disabled, after the same time.
	 * @throws Refused RATE_LIMITED where the account must wait, be there one or not
	 */
	public Optional<UUID> signIn(String email, String password) {
		var credentials = this.transactions.read(Viewer.SYSTEM, () -> this.accounts.credentials(email));
		if (!proves(email.toLowerCase(Locale.ROOT), password, credentials)) {
			return Optional.empty();
		}
		UUID account = credentials.orElseThrow().id();
		this.transactions.write(Viewer.SYSTEM, () -> {
			this.accounts.signedIn(account, this.clock.instant());
			return null;
		});
		return Optional.of(account);
	}

	/** Ends every session of the viewer that has begun until now. */
	public void signOutEverywhere(Viewer viewer) {
		this.transactions.write(Viewer.SYSTEM, () -> {
			this.accounts.signedOut(viewer.id(), this.clock.instant());
			return null;
		});
	}

	/**
	 * Gives the viewer another password and ends all of its sessions. Needs no permission
	 * but the old password.
	 * @throws Invalid where a password cannot stand
	 * @throws Refused FORBIDDEN for an API token, RATE_LIMITED after wrong passwords
	 */
	Account changePassword(Viewer viewer, ChangePassword.Input input) {
		if (viewer.is(Role.PARTNER)) {
			throw new Refused(ErrorCode.FORBIDDEN, "An API token has no password.");
		}
		var credentials = this.transactions.read(Viewer.SYSTEM, () -> this.accounts.credentials(viewer.id()));
		if (!proves(viewer.id().toString(), input.oldPassword(), credentials)) {
			throw new Invalid(UserError.Code.INVALID, "oldPassword is not the password of this account.", "input",
					"oldPassword");
		}
		input.check(credentials.orElseThrow().email());
		String hash = this.passwords.hash(input.newPassword());
		return this.transactions.write(Viewer.SYSTEM, () -> {
			this.accounts.password(viewer.id(), hash, this.clock.instant());
			return this.accounts.find(Viewer.SYSTEM, List.of(viewer.id())).get(viewer.id());
		});
	}

	private boolean proves(String key, String password, Optional<AccountRepository.Credentials> credentials) {
		Duration wait = this.delays.take(key);
		if (wait.isPositive()) {
			throw GrowingDelay.refusal(wait);
		}
		boolean right = this.passwords.match(password,
				credentials.map(AccountRepository.Credentials::passwordHash).orElse(null));
		if (right) {
			this.delays.forget(key);
		}
		return right;
	}

}
