package org.solidarity.action.checkin;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.action.Actions;
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
import org.solidarity.platform.jooq.enums.ActionStatus;
import org.solidarity.platform.jooq.enums.Role;
import org.springframework.stereotype.Service;

/** The codes with which people without an account check others in. */
@Service
class CheckInCodes implements NodeSource {

	private static final int MOST = 20;

	private final CheckInCodeRepository codes;

	private final Actions actions;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	private volatile byte @Nullable [] secret;

	CheckInCodes(CheckInCodeRepository codes, Actions actions, Transactions transactions, Idempotency idempotency,
			Clock clock) {
		this.codes = codes;
		this.actions = actions;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return CheckInCode.PREFIX;
	}

	@Override
	public Map<UUID, CheckInCode> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.codes.find(viewer, ids));
	}

	/** Of each action the codes that are good now, the latest first. */
	Map<UUID, List<CheckInCode>> good(Viewer viewer, Collection<UUID> actions) {
		return this.transactions.read(viewer, () -> this.codes.good(viewer, actions, this.clock.instant()));
	}

	/** What codes are signed with; asked for once, so that a forged one costs nothing. */
	byte[] secret() {
		byte[] known = this.secret;
		if (known == null) {
			known = this.transactions.read(Viewer.SYSTEM, this.codes::secret);
			this.secret = known;
		}
		return known;
	}

	/**
	 * A new code, for an action whose host the viewer records for.
	 * @throws Invalid where the input cannot stand, or the action was cancelled
	 * @throws Refused FORBIDDEN for the application, which is no account
	 */
	IssueCheckInCode.Payload issue(Viewer viewer, IssueCheckInCode.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		if (viewer.is(Role.SYSTEM) || viewer.is(Role.PARTNER)) {
			throw new Refused(ErrorCode.FORBIDDEN, "Codes are issued by accounts, for which they stand.");
		}
		Instant now = this.clock.instant();
		input.check(now);
		byte[] secret = secret();
		return this.transactions.write(viewer, () -> {
			Action action = this.actions.requireHosted(viewer, input.actionId(), "input", "actionId");
			UUID id = this.idempotency.once(viewer, "issueCheckInCode", input.idempotencyKey(), input,
					() -> insert(viewer, action, input, now));
			CheckInCode issued = this.codes.find(viewer, List.of(id)).get(id);
			return new IssueCheckInCode.Payload(issued, new Seal(id, issued.expiresAt()).code(secret));
		});
	}

	private UUID insert(Viewer viewer, Action action, IssueCheckInCode.Input input, Instant now) {
		if (action.status() == ActionStatus.CANCELLED) {
			throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED, "The action was cancelled.", "input", "actionId");
		}
		this.actions.lock(viewer, input.actionId(), "input", "actionId");
		if (this.codes.good(viewer, List.of(action.id()), now).getOrDefault(action.id(), List.of()).size() >= MOST) {
			throw new Invalid(UserError.Code.OUT_OF_RANGE,
					"The action has " + MOST + " good codes, which is the most; revoke one.", "input", "actionId");
		}
		return this.codes.insert(viewer, action, Boolean.TRUE.equals(input.walkIns()), now,
				input.expiresAt().truncatedTo(ChronoUnit.SECONDS));
	}

	/**
	 * Ends a code at once; one that has ended stays as it is.
	 * @throws Invalid NOT_FOUND where it is none of an action whose host the viewer
	 * records for
	 */
	CheckInCode revoke(Viewer viewer, NodeId id) {
		viewer.require(Permission.RECORD_ACTIONS);
		UUID uuid = id.of(CheckInCode.PREFIX);
		return this.transactions.write(viewer, () -> {
			CheckInCode before = this.codes.find(viewer, List.of(uuid)).get(uuid);
			if (before == null) {
				throw new Invalid(UserError.Code.NOT_FOUND, "id is not the id of a code for check-ins.", "input", "id");
			}
			this.actions.requireHosted(viewer, new NodeId(Action.PREFIX, before.actionId()), "input", "id");
			this.codes.revoke(viewer, uuid, this.clock.instant());
			return this.codes.find(viewer, List.of(uuid)).get(uuid);
		});
	}

}
