package org.solidarity.member.assessment;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.member.Member;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class AssessmentController {

	private static final String MEMBER_ASSESSMENTS = "Member.assessments";

	private final Assessments assessments;

	private final Campaigns campaigns;

	private final NestedPages nested;

	AssessmentController(Assessments assessments, Campaigns campaigns, NestedPages nested) {
		this.assessments = assessments;
		this.campaigns = campaigns;
		this.nested = nested;
		nested.<@Nullable NodeId, Assessment>register(MEMBER_ASSESSMENTS, assessments::of);
	}

	@SchemaMapping
	CompletableFuture<Connection<Assessment>> assessments(Member member, DataFetchingEnvironment environment,
			PageRequest page, @Argument @Nullable NodeId campaignId) {
		return this.nested.load(environment, MEMBER_ASSESSMENTS, member.id(), page, campaignId);
	}

	@BatchMapping
	Map<Assessment, Campaign> campaign(List<Assessment> assessments, @ContextValue Viewer viewer) {
		var found = this.campaigns.nodes(viewer, assessments.stream().map(Assessment::campaignId).distinct().toList());
		Map<Assessment, Campaign> of = new HashMap<>();
		assessments.forEach(assessment -> of.put(assessment, found.get(assessment.campaignId())));
		return of;
	}

	@MutationMapping
	AssessMember.Payload assessMember(Viewer viewer, @Argument AssessMember.Input input) {
		return this.assessments.assess(viewer, input);
	}

}
