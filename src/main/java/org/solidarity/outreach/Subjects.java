package org.solidarity.outreach;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.member.Member;
import org.solidarity.member.Members;
import org.solidarity.organization.Body;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Component;

/** Finds the body or the member that an input names. */
@Component
public class Subjects {

	private final SubjectRepository subjects;

	private final Members members;

	Subjects(SubjectRepository subjects, Members members) {
		this.subjects = subjects;
		this.members = members;
	}

	/**
	 * The one that is given, if any, about which the viewer records.
	 * @throws Invalid INVALID where both are given, NOT_FOUND where the viewer records
	 * nothing about it
	 */
	public Subject find(Viewer viewer, @Nullable NodeId bodyId, @Nullable NodeId memberId) {
		if (bodyId != null && memberId != null) {
			throw new Invalid(UserError.Code.INVALID, "bodyId and memberId are both given; leave one of them.", "input",
					"memberId");
		}
		if (memberId != null) {
			Member member = this.members.require(viewer, memberId, "input", "memberId");
			return new Subject(null, member.controllerId(), member.id());
		}
		return new Subject(bodyId != null ? body(viewer, bodyId) : null, null, null);
	}

	/**
	 * The bodies with these ids, each once.
	 * @throws Invalid NOT_FOUND where the viewer records nothing about one of them
	 */
	public List<UUID> bodies(Viewer viewer, List<NodeId> bodyIds) {
		List<UUID> ids = bodyIds.stream().map(id -> id.of(Body.PREFIX)).distinct().toList();
		if (!this.subjects.recordedBy(viewer, ids).containsAll(ids)) {
			throw new Invalid(UserError.Code.NOT_FOUND, "bodyIds holds an id that is not the id of a body.", "input",
					"bodyIds");
		}
		return ids;
	}

	private UUID body(Viewer viewer, NodeId bodyId) {
		UUID id = bodyId.of(Body.PREFIX);
		if (this.subjects.recordedBy(viewer, List.of(id)).isEmpty()) {
			throw new Invalid(UserError.Code.NOT_FOUND, "bodyId is not the id of a body.", "input", "bodyId");
		}
		return id;
	}

}
