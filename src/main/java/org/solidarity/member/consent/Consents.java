package org.solidarity.member.consent;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.member.Member;
import org.solidarity.member.Members;
import org.solidarity.organization.Bodies;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Service;

/** The ledger of what the members whom the viewer may see agreed to. */
@Service
class Consents implements NodeSource {

	private final ConsentRepository consents;

	private final Members members;

	private final Bodies bodies;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	Consents(ConsentRepository consents, Members members, Bodies bodies, Transactions transactions,
			Idempotency idempotency, Clock clock) {
		this.consents = consents;
		this.members = members;
		this.bodies = bodies;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return Consent.PREFIX;
	}

	@Override
	public Map<UUID, Consent> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.consents.find(viewer, ids));
	}

	/** Of each member all rows, the latest first. */
	Map<Member, List<Consent>> of(Viewer viewer, List<Member> members) {
		var found = this.transactions.read(viewer,
				() -> this.consents.of(viewer, members.stream().map(Member::id).toList()));
		return Member.each(members, found);
	}

	/**
	 * @throws org.solidarity.platform.Invalid where the input cannot stand
	 */
	RecordConsent.Payload record(Viewer viewer, RecordConsent.Input input) {
		viewer.require(Permission.RECORD_MEMBERS);
		input.check(this.clock.instant());
		return this.transactions.write(viewer, () -> {
			Member member = this.members.require(viewer, input.memberId(), "input", "memberId");
			UUID recipient = recipient(viewer, input.recipientId());
			UUID id = this.idempotency.once(viewer, "recordConsent", input.idempotencyKey(), input,
					() -> this.consents.insert(viewer, member, recipient, input));
			return new RecordConsent.Payload(nodes(viewer, List.of(id)).get(id), member);
		});
	}

	/**
	 * @throws org.solidarity.platform.Invalid where the input cannot stand
	 */
	WithdrawConsent.Payload withdraw(Viewer viewer, WithdrawConsent.Input input) {
		viewer.require(Permission.RECORD_MEMBERS);
		input.check(this.clock.instant());
		return this.transactions.write(viewer, () -> {
			Member member = this.members.require(viewer, input.memberId(), "input", "memberId");
			UUID recipient = recipient(viewer, input.recipientId());
			UUID id = this.idempotency.once(viewer, "withdrawConsent", input.idempotencyKey(), input,
					() -> this.consents.insert(viewer, member, recipient, input));
			return new WithdrawConsent.Payload(nodes(viewer, List.of(id)).get(id), member);
		});
	}

	private @Nullable UUID recipient(Viewer viewer, @Nullable NodeId body) {
		return body == null ? null : this.bodies.require(viewer, body, "input", "recipientId").id();
	}

}
