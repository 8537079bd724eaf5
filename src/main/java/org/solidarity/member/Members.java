package org.solidarity.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.solidarity.organization.Body;
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
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The people whose records the viewer may see, and the recording of them. */
@Service
public class Members implements NodeSource {

	private final MemberRepository members;

	private final Transactions transactions;

	private final Idempotency idempotency;

	Members(MemberRepository members, Transactions transactions, Idempotency idempotency) {
		this.members = members;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return Member.PREFIX;
	}

	@Override
	public Map<UUID, Member> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.members.find(viewer, ids));
	}

	/**
	 * The member with this id.
	 * @param path where in the input the id stands
	 * @throws Invalid NOT_FOUND where there is none that the viewer may see
	 */
	public Member require(Viewer viewer, NodeId id, String... path) {
		UUID uuid = id.of(Member.PREFIX);
		Member member = nodes(viewer, List.of(uuid)).get(uuid);
		if (member == null) {
			throw new Invalid(UserError.Code.NOT_FOUND, path[path.length - 1] + " is not the id of a member.", path);
		}
		return member;
	}

	public Connection<Member> list(Viewer viewer, PageRequest page, MemberQuery query) {
		return this.transactions.read(viewer, () -> this.members.list(viewer, page, query));
	}

	/** For each body a page of those who hold a role in it today. */
	public Map<UUID, Connection<Member>> of(Viewer viewer, Collection<UUID> bodies, PageRequest page,
			MemberQuery query) {
		return this.transactions.read(viewer, () -> this.members.of(viewer, bodies, page, query));
	}

	/**
	 * @throws Invalid where the input cannot stand, or the viewer may not see the members
	 * of the controller
	 */
	public Member record(Viewer viewer, RecordMember.Input input) {
		viewer.require(Permission.RECORD_MEMBERS);
		input.names().check();
		return this.transactions.write(viewer, () -> {
			UUID controller = input.controllerId().of(Body.PREFIX);
			if (!this.members.mayControl(viewer, controller)) {
				throw new Invalid(UserError.Code.NOT_FOUND,
						"controllerId is not the id of a body whose members you may see.", "input", "controllerId");
			}
			UUID id = this.idempotency.once(viewer, "recordMember", input.idempotencyKey(), input,
					() -> this.members.insert(viewer, controller, input.names()));
			return this.members.find(viewer, List.of(id)).get(id);
		});
	}

	/**
	 * @throws Invalid where the input cannot stand
	 * @throws Refused CONFLICT where another change came first
	 */
	public Member correct(Viewer viewer, CorrectMember.Input input) {
		viewer.require(Permission.RECORD_MEMBERS);
		return this.transactions.write(viewer, () -> {
			Member before = require(viewer, input.id(), "input", "id");
			Names names = input.over(before);
			names.check();
			if (!this.members.update(viewer, before.id(), input.expectedVersion(), names)) {
				int current = require(viewer, input.id(), "input", "id").version();
				throw new Refused(ErrorCode.CONFLICT, "The member was changed; it has version " + current + " now.",
						Map.of("currentVersion", current));
			}
			return require(viewer, input.id(), "input", "id");
		});
	}

}
