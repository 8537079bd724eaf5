package org.solidarity.member.membership;

import java.util.List;
import java.util.Map;
import org.solidarity.member.Member;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class MembershipController {

	private final Memberships memberships;

	private final Bodies bodies;

	MembershipController(Memberships memberships, Bodies bodies) {
		this.memberships = memberships;
		this.bodies = bodies;
	}

	@BatchMapping
	Map<Member, List<Membership>> memberships(List<Member> members, @ContextValue Viewer viewer) {
		return this.memberships.of(viewer, members);
	}

	@BatchMapping
	Map<Membership, Body> body(List<Membership> memberships, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, memberships, Membership::bodyId);
	}

	@BatchMapping
	Map<Membership, Body> onBehalfOf(List<Membership> memberships, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, memberships, Membership::onBehalfOfId);
	}

	@MutationMapping
	AddMembership.Payload addMembership(Viewer viewer, @Argument AddMembership.Input input) {
		return this.memberships.add(viewer, input);
	}

	@MutationMapping
	EndMembership.Payload endMembership(Viewer viewer, @Argument EndMembership.Input input) {
		return this.memberships.end(viewer, input);
	}

}
