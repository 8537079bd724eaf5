package org.solidarity.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.solidarity.identity.password.Passwords;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.solidarity.platform.jooq.enums.AccountStatus;
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

	private final SignIns signIns;

	private final Clock clock;

	Accounts(AccountRepository accounts, Passwords passwords, Transactions transactions, Idempotency idempotency,
			SignIns signIns, Clock clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.signIns = signIns;
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
	 * @throws Invalid where the input cannot stand
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
		return this.signIns.viewer(account, this.clock.instant());
	}

	/**
	 * @throws Invalid NOT_FOUND, or MOVE_NOT_ALLOWED for the viewer's own account
	 * @throws Refused CONFLICT where the account has changed since
	 */
	Account changeRole(Viewer viewer, ChangeAccountRole.Input input) {
		input.check();
		return change(viewer, input.id(), account -> {
			if (account.version() != input.expectedVersion()) {
				throw new Refused(ErrorCode.CONFLICT, "The account has changed since; read it again.",
						Map.of("currentVersion", account.version()));
			}
			refuseSelf(viewer, account);
			this.accounts.role(account.id(), input.role());
		});
	}

	/**
	 * @throws Invalid NOT_FOUND, or MOVE_NOT_ALLOWED for the viewer's own account
	 */
	Account disable(Viewer viewer, NodeId id) {
		return change(viewer, id, account -> {
			refuseSelf(viewer, account);
			this.accounts.status(account.id(), AccountStatus.DISABLED);
			this.accounts.signedOut(account.id(), this.clock.instant());
		});
	}

	/**
	 * @throws Invalid NOT_FOUND
	 */
	Account enable(Viewer viewer, NodeId id) {
		return change(viewer, id, account -> this.accounts.status(account.id(), AccountStatus.ACTIVE));
	}

	/**
	 * @throws Invalid NOT_FOUND, or where the password cannot stand
	 */
	Account resetPassword(Viewer viewer, ResetPassword.Input input) {
		return change(viewer, input.id(), account -> {
			input.check(Objects.requireNonNull(account.email()));
			this.accounts.password(account.id(), this.passwords.hash(input.password()), this.clock.instant());
		});
	}

	private Account change(Viewer viewer, NodeId of, Consumer<Account> act) {
		viewer.require(Permission.MANAGE_ACCOUNTS);
		UUID id = of.of(Account.PREFIX);
		return this.transactions.write(viewer, () -> {
			this.accounts.lock(id);
			Account account = this.accounts.find(viewer, List.of(id)).get(id);
			if (account == null) {
				throw new Invalid(UserError.Code.NOT_FOUND, "id is not the id of an account.", "input", "id");
			}
			act.accept(account);
			return this.accounts.find(viewer, List.of(id)).get(id);
		});
	}

	/** So that there is always an administrator left. */
	private static void refuseSelf(Viewer viewer, Account account) {
		if (account.id().equals(viewer.id())) {
			throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED,
					"id is your own account; another administrator can change it.", "input", "id");
		}
	}

}
