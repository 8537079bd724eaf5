package org.solidarity.member.contact;

import java.util.List;
import java.util.Map;
import org.solidarity.member.Member;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class ContactPointController {

	private final ContactPoints contactPoints;

	ContactPointController(ContactPoints contactPoints) {
		this.contactPoints = contactPoints;
	}

	@BatchMapping
	Map<Member, List<ContactPoint>> contactPoints(List<Member> members, @ContextValue Viewer viewer) {
		return this.contactPoints.of(viewer, members);
	}

	@MutationMapping
	AddContactPoint.Payload addContactPoint(Viewer viewer, @Argument AddContactPoint.Input input) {
		return this.contactPoints.add(viewer, input);
	}

	@MutationMapping
	RetireContactPoint.Payload retireContactPoint(Viewer viewer, @Argument RetireContactPoint.Input input) {
		return this.contactPoints.retire(viewer, input);
	}

}
