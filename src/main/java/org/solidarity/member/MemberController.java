package org.solidarity.member;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
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
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class MemberController {

	private static final String BODY_MEMBERS = "Body.members";

	private final Members members;

	private final Bodies bodies;

	private final NestedPages nested;

	MemberController(Members members, Bodies bodies, NestedPages nested) {
		this.members = members;
		this.bodies = bodies;
		this.nested = nested;
		nested.<MemberQuery, Member>register(BODY_MEMBERS, members::of);
	}

	@QueryMapping
	Connection<Member> members(Viewer viewer, PageRequest page, @Argument @Nullable MemberFilter filter,
			@Argument @Nullable String search) {
		return this.members.list(viewer, page, new MemberQuery(filter, search));
	}

	@SchemaMapping(typeName = "Body", field = "members")
	CompletableFuture<Connection<Member>> membersOfBody(Body body, DataFetchingEnvironment environment,
			PageRequest page, @Argument @Nullable MemberFilter filter, @Argument @Nullable String search) {
		return this.nested.load(environment, BODY_MEMBERS, body.id(), page, new MemberQuery(filter, search));
	}

	@BatchMapping
	Map<Member, Body> controller(List<Member> members, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, members, Member::controllerId);
	}

	@MutationMapping
	RecordMember.Payload recordMember(Viewer viewer, @Argument RecordMember.Input input) {
		return new RecordMember.Payload(this.members.record(viewer, input));
	}

	@MutationMapping
	CorrectMember.Payload correctMember(Viewer viewer, @Argument CorrectMember.Input input) {
		return new CorrectMember.Payload(this.members.correct(viewer, input));
	}

}
