package org.solidarity.action.checkin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.action.Actions;
import org.solidarity.action.participation.CheckIns;
import org.solidarity.identity.SignIns;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Service;

/**
 * Check-ins by whoever has a code. They are told nothing but that it was recorded; the
 * code is good for as long as whoever issued it could record for the host.
 */
@Service
class CodedCheckIns {

	private final CheckInCodes codes;

	private final CheckIns checkIns;

	private final Actions actions;

	private final SignIns signIns;

	private final Transactions transactions;

	private final Clock clock;

	CodedCheckIns(CheckInCodes codes, CheckIns checkIns, Actions actions, SignIns signIns, Transactions transactions,
			Clock clock) {
		this.codes = codes;
		this.checkIns = checkIns;
		this.actions = actions;
		this.signIns = signIns;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * What a device sends.
	 *
	 * @param participationId whom; null for someone without a participation
	 * @param happenedAt when, on the device's clock
	 */
	record Sent(@Nullable String code, @Nullable String participationId, @Nullable String nonce,
			@Nullable Integer guests, @Nullable Instant happenedAt) {

		/** Without the code, which must not reach a log. */
		@Override
		public String toString() {
			return "Sent[" + this.nonce + "]";
		}

	}

	/**
	 * The id of the code that was sent, where it was signed by us and is not long over.
	 * @throws Refused UNAUTHENTICATED
	 */
	UUID code(Sent sent) {
		Instant now = this.clock.instant();
		return Optional.ofNullable(sent.code())
			.flatMap(code -> Seal.of(code, this.codes.secret()))
			.filter(seal -> !now.isAfter(seal.expiresAt().plus(CheckInCode.LATE)))
			.map(Seal::id)
			.orElseThrow(CodedCheckIns::notGood);
	}

	/**
	 * Records a check-in by the code with this id.
	 * @throws Refused UNAUTHENTICATED where the code was revoked, or whoever issued it
	 * records for the host no more
	 * @throws Invalid where the rest cannot stand
	 */
	void record(UUID id, Sent sent) {
		CheckInCode code = Optional.ofNullable(this.codes.nodes(Viewer.SYSTEM, List.of(id)).get(id))
			.filter(found -> found.revokedAt() == null)
			.orElseThrow(CodedCheckIns::notGood);
		Action action = action(code);
		Instant at = required(sent.happenedAt(), "happenedAt");
		if (!code.wasGoodAt(at) || at.isAfter(this.clock.instant().plus(CheckInCode.SKEW))) {
			throw new Invalid(UserError.Code.OUT_OF_RANGE,
					"happenedAt lies in the future, or not between the issuing and the expiry of the code.",
					"happenedAt");
		}
		if (sent.participationId() == null && !code.walkIns()) {
			throw new Invalid(UserError.Code.REQUIRED,
					"participationId is absent; this code is for those only who have one.", "participationId");
		}
		this.checkIns.byCode(id, action, sent.participationId() == null ? null : NodeId.valueOf(sent.participationId()),
				required(sent.nonce(), "nonce"), sent.guests(), at);
	}

	/** The action, as long as whoever issued the code may still check in at it. */
	private Action action(CheckInCode code) {
		Viewer issuer = this.signIns.viewer(code.issuedBy(), code.issuedAt())
			.filter(found -> found.may(Permission.RECORD_ACTIONS))
			.orElseThrow(CodedCheckIns::notGood);
		try {
			return this.transactions.read(issuer,
					() -> this.actions.requireHosted(issuer, new NodeId(Action.PREFIX, code.actionId()), "code"));
		}
		catch (Invalid gone) {
			throw notGood();
		}
	}

	private static <T> T required(@Nullable T value, String field) {
		if (value == null) {
			throw new Invalid(UserError.Code.REQUIRED, field + " is absent.", field);
		}
		return value;
	}

	private static Refused notGood() {
		return new Refused(ErrorCode.UNAUTHENTICATED, "This code is unknown, expired or revoked.");
	}

}
