package org.solidarity.outreach.interaction;

import java.util.List;
import java.util.Map;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.identity.Account;
import org.solidarity.identity.Accounts;
import org.solidarity.member.Member;
import org.solidarity.member.Members;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.page.Parents;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;

@Controller
class InteractionController {

	private final Interactions interactions;

	private final Campaigns campaigns;

	private final Bodies bodies;

	private final Members members;

	private final Accounts accounts;

	InteractionController(Interactions interactions, Campaigns campaigns, Bodies bodies, Members members,
			Accounts accounts) {
		this.interactions = interactions;
		this.campaigns = campaigns;
		this.bodies = bodies;
		this.members = members;
		this.accounts = accounts;
	}

	@BatchMapping
	Map<Interaction, Campaign> campaign(List<Interaction> interactions, @ContextValue Viewer viewer) {
		return this.campaigns.of(viewer, interactions, Interaction::campaignId);
	}

	@BatchMapping
	Map<Interaction, Body> body(List<Interaction> interactions, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, interactions, Interaction::bodyId);
	}

	@BatchMapping
	Map<Interaction, Member> member(List<Interaction> interactions, @ContextValue Viewer viewer) {
		return Parents.each(interactions, Interaction::memberId, ids -> this.members.nodes(viewer, ids));
	}

	@BatchMapping
	Map<Interaction, Account> by(List<Interaction> interactions, @ContextValue Viewer viewer) {
		return Parents.each(interactions, Interaction::byId, ids -> this.accounts.nodes(viewer, ids));
	}

	@BatchMapping
	Map<Interaction, List<Interaction>> history(List<Interaction> interactions, @ContextValue Viewer viewer) {
		return Parents.each(interactions, Interaction::id, ids -> this.interactions.histories(viewer, ids));
	}

	@BatchMapping(typeName = "InteractionVersion")
	Map<Interaction, Account> recordedBy(List<Interaction> versions, @ContextValue Viewer viewer) {
		return Parents.each(versions, Interaction::recordedById, ids -> this.accounts.nodes(viewer, ids));
	}

	@MutationMapping
	RecordInteraction.Payload recordInteraction(Viewer viewer, @Argument RecordInteraction.Input input) {
		return new RecordInteraction.Payload(this.interactions.record(viewer, input));
	}

	@MutationMapping
	CorrectInteraction.Payload correctInteraction(Viewer viewer, @Argument CorrectInteraction.Input input) {
		return new CorrectInteraction.Payload(this.interactions.correct(viewer, input));
	}

	@MutationMapping
	CorrectInteraction.Payload retractInteraction(Viewer viewer, @Argument CorrectInteraction.Retraction input) {
		return new CorrectInteraction.Payload(this.interactions.retract(viewer, input));
	}

}
