package org.solidarity.member.contact;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.solidarity.member.Member;
import org.solidarity.member.Members;
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

/** How the members whom the viewer may see and reach can be reached. */
@Service
class ContactPoints implements NodeSource {

	private final ContactPointRepository contactPoints;

	private final Members members;

	private final Transactions transactions;

	private final Idempotency idempotency;

	ContactPoints(ContactPointRepository contactPoints, Members members, Transactions transactions,
			Idempotency idempotency) {
		this.contactPoints = contactPoints;
		this.members = members;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return ContactPoint.PREFIX;
	}

	@Override
	public Map<UUID, ContactPoint> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.contactPoints.find(viewer, ids));
	}

	/**
	 * Of each member those that are not retired, the newest first; of none, rather than
	 * empty lists, where the viewer may not see contact details.
	 */
	Map<Member, List<ContactPoint>> of(Viewer viewer, List<Member> members) {
		if (!viewer.may(Permission.SEE_CONTACT_DETAILS)) {
			return Map.of();
		}
		var found = this.transactions.read(viewer,
				() -> this.contactPoints.of(viewer, members.stream().map(Member::id).toList()));
		return Member.each(members, found);
	}

	/**
	 * @throws Invalid where the input cannot stand, or the member has it already
	 */
	AddContactPoint.Payload add(Viewer viewer, AddContactPoint.Input input) {
		viewer.require(Permission.RECORD_MEMBERS);
		viewer.require(Permission.SEE_CONTACT_DETAILS);
		input.check();
		return this.transactions.write(viewer, () -> {
			Member member = this.members.require(viewer, input.memberId(), "input", "memberId");
			UUID id = this.idempotency.once(viewer, "addContactPoint", input.idempotencyKey(), input,
					() -> new Violations()
						.of("contact_point_is_recorded_once", UserError.Code.TAKEN, "value is recorded already.",
								"input", "value")
						.during(() -> this.contactPoints.insert(viewer, member, input)));
			return new AddContactPoint.Payload(require(viewer, id), member);
		});
	}

	/**
	 * @throws Invalid NOT_FOUND where there is none that the viewer may see
	 */
	RetireContactPoint.Payload retire(Viewer viewer, RetireContactPoint.Input input) {
		viewer.require(Permission.RECORD_MEMBERS);
		viewer.require(Permission.SEE_CONTACT_DETAILS);
		return this.transactions.write(viewer, () -> {
			ContactPoint before = require(viewer, input.id().of(ContactPoint.PREFIX));
			this.contactPoints.retire(viewer, before.id());
			return new RetireContactPoint.Payload(require(viewer, before.id()),
					this.members.require(viewer, new NodeId(Member.PREFIX, before.personId()), "input", "id"));
		});
	}

	private ContactPoint require(Viewer viewer, UUID id) {
		ContactPoint contactPoint = nodes(viewer, List.of(id)).get(id);
		if (contactPoint == null) {
			throw new Invalid(UserError.Code.NOT_FOUND, "id is not the id of a contact point.", "input", "id");
		}
		return contactPoint;
	}

}
