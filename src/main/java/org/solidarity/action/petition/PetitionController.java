package org.solidarity.action.petition;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.Action;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
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
class PetitionController {

	private static final String ACTION_BATCHES = "Action.signatureBatches";

	private final Petitions petitions;

	private final Bodies bodies;

	private final NestedPages nested;

	PetitionController(Petitions petitions, Bodies bodies, NestedPages nested) {
		this.petitions = petitions;
		this.bodies = bodies;
		this.nested = nested;
		nested.<@Nullable Object, SignatureBatch>register(ACTION_BATCHES,
				(viewer, ids, page, none) -> petitions.of(viewer, ids, page));
	}

	@BatchMapping
	Map<Action, Signatures> signatures(List<Action> actions, @ContextValue Viewer viewer) {
		var found = this.petitions.totals(viewer, actions.stream().map(Action::id).toList());
		Map<Action, Signatures> of = new HashMap<>();
		actions.forEach(action -> of.put(action, found.getOrDefault(action.id(), Signatures.NONE)));
		return of;
	}

	@SchemaMapping(typeName = "Action", field = "signatureBatches")
	CompletableFuture<Connection<SignatureBatch>> signatureBatches(Action action, DataFetchingEnvironment environment,
			PageRequest page) {
		return this.nested.load(environment, ACTION_BATCHES, action.id(), page, null);
	}

	@BatchMapping
	Map<SignatureBatch, Body> body(List<SignatureBatch> batches, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, batches, SignatureBatch::bodyId);
	}

	@MutationMapping
	RecordSignatures.Payload recordSignatures(Viewer viewer, @Argument RecordSignatures.Input input) {
		return this.petitions.record(viewer, input);
	}

	@MutationMapping
	VoidSignatures.Payload voidSignatures(Viewer viewer, @Argument VoidSignatures.Input input) {
		return this.petitions.makeVoid(viewer, input);
	}

}
