package org.solidarity.endorsement.report;

import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.endorsement.Moment;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.NestedValues;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ReportController {

	private static final String REPORT = "Campaign.endorsements";

	private static final String LIST = "EndorsementReport.endorsements";

	private final Bodies bodies;

	private final Proceedings proceedings;

	private final NestedPages pages;

	private final NestedValues values;

	ReportController(Reports reports, Bodies bodies, Proceedings proceedings, NestedPages pages, NestedValues values) {
		this.bodies = bodies;
		this.proceedings = proceedings;
		this.pages = pages;
		this.values = values;
		pages.<Moment, Endorsement>register(LIST, reports::list);
		values.<Moment, EndorsementReport>register(REPORT, reports::of);
	}

	@QueryMapping
	CompletableFuture<@Nullable EndorsementReport> endorsementReport(@Argument NodeId campaignId,
			@Argument @Nullable LocalDate asOf, @Argument @Nullable Instant asKnownAt,
			DataFetchingEnvironment environment) {
		return this.values.load(environment, REPORT, campaignId.of(Campaign.PREFIX), new Moment(asOf, asKnownAt));
	}

	@SchemaMapping(typeName = "Campaign", field = "endorsements")
	CompletableFuture<@Nullable EndorsementReport> ofCampaign(Campaign campaign, @Argument @Nullable LocalDate asOf,
			@Argument @Nullable Instant asKnownAt, DataFetchingEnvironment environment) {
		return this.values.load(environment, REPORT, campaign.id(), new Moment(asOf, asKnownAt));
	}

	@SchemaMapping(typeName = "EndorsementReport")
	String pressLine(EndorsementReport report, @Argument String language) {
		return PressLine.of(report, language);
	}

	@SchemaMapping(typeName = "EndorsementReport")
	CompletableFuture<Connection<Endorsement>> endorsements(EndorsementReport report, PageRequest page,
			DataFetchingEnvironment environment) {
		return this.pages.load(environment, LIST, report.campaignId(), page, report.at());
	}

	@BatchMapping(typeName = "Endorsement")
	Map<Endorsement, Body> body(List<Endorsement> endorsements, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, endorsements, Endorsement::bodyId);
	}

	@BatchMapping(typeName = "Endorsement")
	Map<Endorsement, Proceeding> proceeding(List<Endorsement> endorsements, @ContextValue Viewer viewer) {
		var found = this.proceedings.nodes(viewer,
				endorsements.stream().map(Endorsement::proceedingId).distinct().toList());
		return endorsements.stream()
			.collect(
					Collectors.toMap(endorsement -> endorsement, endorsement -> found.get(endorsement.proceedingId())));
	}

	@BatchMapping(typeName = "Representation")
	Map<Representation, Body> coveredBy(List<Representation> representations, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, representations, Representation::coveredById);
	}

}
