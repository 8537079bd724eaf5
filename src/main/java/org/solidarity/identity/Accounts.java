package org.solidarity.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.solidarity.identity.password.Passwords;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The people who sign in. */
@Service
public class Accounts implements NodeSource {

	private final AccountRepository accounts;

	private final Passwords passwords;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	Accounts(AccountRepository accounts, Passwords passwords, Transactions transactions, Idempotency idempotency,
			Clock clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return Account.PREFIX;
	}

	@Override
	public Map<UUID, Account> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.accounts.find(viewer, ids));
	}

	public Connection<Account> list(Viewer viewer, PageRequest page) {
		return this.transactions.read(viewer, () -> this.accounts.list(viewer, page));
	}

	/**
	 * The account of a person who may sign in at once.
	 * @throws org.solidarity.platform.Invalid where the input cannot stand
	 */
	public Account create(Viewer viewer, CreateAccount.Input input) {
		viewer.require(Permission.MANAGE_ACCOUNTS);
		input.check();
		String hash = this.passwords.hash(input.password());
		return new Violations()
			.of("account_email_is_unique", UserError.Code.TAKEN, "email belongs to another account.", "input", "email")
			.during(() -> this.transactions.write(viewer, () -> {
				UUID id = this.idempotency.once(viewer, "createAccount", input.idempotencyKey(), input,
						() -> this.accounts.insert(input, hash));
				return this.accounts.find(viewer, List.of(id)).get(id);
			}));
	}

	/** The viewer that this person is, with the role it has now; empty where disabled. */
	public Optional<Viewer> viewer(UUID account) {
		return viewer(account, Instant.MAX);
	}

	/**
	 * The viewer that this person is, where a session that began then is still good.
	 */
	public Optional<Viewer> viewer(UUID account, Instant signedInAt) {
		return this.transactions.read(Viewer.SYSTEM, () -> this.accounts.role(account, signedInAt))
			.map(role -> new Viewer(account, role, null, Permissions.of(role)));
	}

	/**
	 * The account with this address and password; empty where there is none or it is
	 * disabled. It takes as long either way.
	 */
	public Optional<UUID> signIn(String email, String password) {
		var credentials = this.transactions.read(Viewer.SYSTEM, () -> this.accounts.credentials(email));
		boolean matches = this.passwords.match(password,
				credentials.map(AccountRepository.Credentials::passwordHash).orElse(null));
		if (!matches) {
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

}
