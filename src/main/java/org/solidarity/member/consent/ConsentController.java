package org.solidarity.member.consent;

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
class ConsentController {

	private final Consents consents;

	private final Bodies bodies;

	ConsentController(Consents consents, Bodies bodies) {
		this.consents = consents;
		this.bodies = bodies;
	}

	@BatchMapping
	Map<Member, List<Consent>> consents(List<Member> members, @ContextValue Viewer viewer) {
		return this.consents.of(viewer, members);
	}

	@BatchMapping
	Map<Consent, Body> recipient(List<Consent> consents, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, consents, Consent::recipientId);
	}

	@MutationMapping
	RecordConsent.Payload recordConsent(Viewer viewer, @Argument RecordConsent.Input input) {
		return this.consents.record(viewer, input);
	}

	@MutationMapping
	WithdrawConsent.Payload withdrawConsent(Viewer viewer, @Argument WithdrawConsent.Input input) {
		return this.consents.withdraw(viewer, input);
	}

}
