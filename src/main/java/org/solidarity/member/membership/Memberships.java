package org.solidarity.member.membership;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.member.Member;
import org.solidarity.member.Members;
import org.solidarity.organization.Bodies;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.springframework.stereotype.Service;

/** What the members whom the viewer may see are in which bodies. */
@Service
class Memberships implements NodeSource {

	private final MembershipRepository memberships;

	private final Members members;

	private final Bodies bodies;

	private final Transactions transactions;

	private final Idempotency idempotency;

	Memberships(MembershipRepository memberships, Members members, Bodies bodies, Transactions transactions,
			Idempotency idempotency) {
		this.memberships = memberships;
		this.members = members;
		this.bodies = bodies;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return Membership.PREFIX;
	}

	@Override
	public Map<UUID, Membership> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.memberships.find(viewer, ids));
	}

	/** Of each member those that no later row corrects, the latest first. */
	Map<Member, List<Membership>> of(Viewer viewer, List<Member> members) {
		var found = this.transactions.read(viewer,
				() -> this.memberships.of(viewer, members.stream().map(Member::id).toList()));
		return Member.each(members, found);
	}

	/**
	 * @throws Invalid where the input cannot stand
	 */
	AddMembership.Payload add(Viewer viewer, AddMembership.Input input) {
		viewer.require(Permission.RECORD_MEMBERS);
		input.check();
		return this.transactions.write(viewer, () -> {
			Member member = this.members.require(viewer, input.memberId(), "input", "memberId");
			UUID body = this.bodies.require(viewer, input.bodyId(), "input", "bodyId").id();
			UUID behalf = input.onBehalfOfId() == null ? null
					: this.bodies.require(viewer, input.onBehalfOfId(), "input", "onBehalfOfId").id();
			UUID corrected = corrected(viewer, member, input.correctsId());
			UUID id = this.idempotency.once(viewer, "addMembership", input.idempotencyKey(), input,
					() -> new Violations().of("membership_is_corrected_once", UserError.Code.TAKEN,
							"The membership was corrected already; correct what corrected it.", "input", "correctsId")
						.during(() -> this.memberships.insert(viewer, member, body, behalf, corrected, input)));
			return new AddMembership.Payload(require(viewer, id), member);
		});
	}

	/**
	 * @throws Invalid where the input cannot stand, or the membership has ended already
	 */
	EndMembership.Payload end(Viewer viewer, EndMembership.Input input) {
		viewer.require(Permission.RECORD_MEMBERS);
		return this.transactions.write(viewer, () -> {
			Membership before = require(viewer, input.id().of(Membership.PREFIX));
			input.check(before);
			new Violations()
				.of("membership_ends_once", UserError.Code.MOVE_NOT_ALLOWED,
						"The membership has ended already; add one that corrects it.", "input", "id")
				.during(() -> this.memberships.end(viewer, before.id(), input.to()));
			return new EndMembership.Payload(require(viewer, before.id()),
					this.members.require(viewer, new NodeId(Member.PREFIX, before.personId()), "input", "id"));
		});
	}

	private @Nullable UUID corrected(Viewer viewer, Member member, @Nullable NodeId id) {
		if (id == null) {
			return null;
		}
		Membership before = nodes(viewer, List.of(id.of(Membership.PREFIX))).get(id.of(Membership.PREFIX));
		if (before == null || !before.personId().equals(member.id())) {
			throw new Invalid(UserError.Code.NOT_FOUND, "correctsId is not the id of a membership of the member.",
					"input", "correctsId");
		}
		return before.id();
	}

	private Membership require(Viewer viewer, UUID id) {
		Membership membership = nodes(viewer, List.of(id)).get(id);
		if (membership == null) {
			throw new Invalid(UserError.Code.NOT_FOUND, "id is not the id of a membership.", "input", "id");
		}
		return membership;
	}

}
