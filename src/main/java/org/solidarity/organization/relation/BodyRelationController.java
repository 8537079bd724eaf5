package org.solidarity.organization.relation;

import static org.solidarity.platform.jooq.Tables.BODY_RELATION;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.RelationType;
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
class BodyRelationController {

	private static final String UP = "Body.relationsUp";

	private static final String DOWN = "Body.relationsDown";

	private final BodyRelations relations;

	private final Bodies bodies;

	private final NestedPages nestedPages;

	BodyRelationController(BodyRelations relations, Bodies bodies, NestedPages nestedPages) {
		this.relations = relations;
		this.bodies = bodies;
		this.nestedPages = nestedPages;
		nestedPages.<RelationChoice, BodyRelation>register(UP,
				(viewer, ids, page, choice) -> relations.of(viewer, BODY_RELATION.FROM_ID, ids, page, choice));
		nestedPages.<RelationChoice, BodyRelation>register(DOWN,
				(viewer, ids, page, choice) -> relations.of(viewer, BODY_RELATION.TO_ID, ids, page, choice));
	}

	@SchemaMapping(typeName = "Body")
	CompletableFuture<Connection<BodyRelation>> relationsUp(Body body, PageRequest page,
			@Argument @Nullable List<RelationType> types, @Argument @Nullable LocalDate at,
			DataFetchingEnvironment environment) {
		return this.nestedPages.load(environment, UP, body.id(), page, new RelationChoice(types, at));
	}

	@SchemaMapping(typeName = "Body")
	CompletableFuture<Connection<BodyRelation>> relationsDown(Body body, PageRequest page,
			@Argument @Nullable List<RelationType> types, @Argument @Nullable LocalDate at,
			DataFetchingEnvironment environment) {
		return this.nestedPages.load(environment, DOWN, body.id(), page, new RelationChoice(types, at));
	}

	@BatchMapping(typeName = "BodyRelation")
	Map<BodyRelation, Body> from(List<BodyRelation> relations, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, relations, BodyRelation::fromId);
	}

	@BatchMapping(typeName = "BodyRelation")
	Map<BodyRelation, Body> to(List<BodyRelation> relations, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, relations, BodyRelation::toId);
	}

	@MutationMapping
	RelateBodies.Payload relateBodies(Viewer viewer, @Argument RelateBodies.Input input) {
		return new RelateBodies.Payload(this.relations.relate(viewer, input));
	}

	@MutationMapping
	EndRelation.Payload endRelation(Viewer viewer, @Argument EndRelation.Input input) {
		return new EndRelation.Payload(this.relations.end(viewer, input));
	}

	@MutationMapping
	MergeBody.Payload mergeBody(Viewer viewer, @Argument MergeBody.Input input) {
		return new MergeBody.Payload(this.relations.merge(viewer, input));
	}

}
