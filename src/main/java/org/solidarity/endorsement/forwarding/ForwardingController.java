package org.solidarity.endorsement.forwarding;

import static org.solidarity.platform.jooq.Tables.FORWARDING;
import static org.solidarity.platform.jooq.Tables.FORWARDING_RESULT;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.identity.Account;
import org.solidarity.identity.Accounts;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Parents;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ForwardingController {

	private static final String FORWARDINGS = "Proceeding.forwardings";

	private static final String RESULTS_FROM = "Proceeding.resultsFrom";

	private final Forwardings forwardings;

	private final Proceedings proceedings;

	private final Bodies bodies;

	private final Accounts accounts;

	private final NestedPages pages;

	ForwardingController(Forwardings forwardings, Proceedings proceedings, Bodies bodies, Accounts accounts,
			NestedPages pages) {
		this.forwardings = forwardings;
		this.proceedings = proceedings;
		this.bodies = bodies;
		this.accounts = accounts;
		this.pages = pages;
		pages.<Boolean, Forwarding>register(FORWARDINGS, (viewer, ids, page, retracted) -> forwardings.of(viewer,
				FORWARDING.PROCEEDING_ID, ids, page, retracted));
		pages.<Boolean, Forwarding>register(RESULTS_FROM, (viewer, ids, page, retracted) -> forwardings.of(viewer,
				FORWARDING_RESULT.PROCEEDING_ID, ids, page, retracted));
	}

	@SchemaMapping(typeName = "Proceeding")
	CompletableFuture<Connection<Forwarding>> forwardings(Proceeding proceeding, PageRequest page,
			@Argument boolean retracted, DataFetchingEnvironment environment) {
		return this.pages.load(environment, FORWARDINGS, proceeding.id(), page, retracted);
	}

	@SchemaMapping(typeName = "Proceeding")
	CompletableFuture<Connection<Forwarding>> resultsFrom(Proceeding proceeding, PageRequest page,
			DataFetchingEnvironment environment) {
		return this.pages.load(environment, RESULTS_FROM, proceeding.id(), page, false);
	}

	@BatchMapping(typeName = "Forwarding")
	Map<Forwarding, Proceeding> proceeding(List<Forwarding> forwardings, @ContextValue Viewer viewer) {
		return Parents.each(forwardings, Forwarding::proceedingId, ids -> this.proceedings.nodes(viewer, ids));
	}

	@BatchMapping(typeName = "Forwarding")
	Map<Forwarding, Proceeding> result(List<Forwarding> forwardings, @ContextValue Viewer viewer) {
		return Parents.each(forwardings, Forwarding::resultId, ids -> this.proceedings.nodes(viewer, ids));
	}

	@BatchMapping(typeName = "Forwarding")
	Map<Forwarding, Body> body(List<Forwarding> forwardings, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, forwardings, Forwarding::bodyId);
	}

	@BatchMapping(typeName = "Forwarding")
	Map<Forwarding, Account> recordedBy(List<Forwarding> forwardings, @ContextValue Viewer viewer) {
		return Parents.each(forwardings, Forwarding::recordedById, ids -> this.accounts.nodes(viewer, ids));
	}

	@BatchMapping(typeName = "ForwardingRetraction", field = "recordedBy")
	Map<Forwarding.Retraction, Account> retractedBy(List<Forwarding.Retraction> retractions,
			@ContextValue Viewer viewer) {
		return Parents.each(retractions, Forwarding.Retraction::recordedById, ids -> this.accounts.nodes(viewer, ids));
	}

	@MutationMapping
	ForwardProceeding.Payload forwardProceeding(Viewer viewer, @Argument ForwardProceeding.Input input) {
		return new ForwardProceeding.Payload(this.forwardings.forward(viewer, input));
	}

	@MutationMapping
	ForwardProceeding.Payload retractForwarding(Viewer viewer, @Argument ForwardProceeding.Retraction input) {
		return new ForwardProceeding.Payload(this.forwardings.retract(viewer, input));
	}

	@MutationMapping
	ForwardingResult.Payload openForwardedProceeding(Viewer viewer, @Argument ForwardingResult.Open input) {
		return this.forwardings.open(viewer, input);
	}

	@MutationMapping
	ForwardingResult.Payload linkForwardedProceeding(Viewer viewer, @Argument ForwardingResult.Link input) {
		return this.forwardings.link(viewer, input);
	}

}
