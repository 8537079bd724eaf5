package org.solidarity.identity.partner;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
class PartnerController {

	private static final String TOKENS = "PartnerGroup.apiTokens";

	private final PartnerGroups groups;

	private final ApiTokens tokens;

	private final NestedPages nested;

	PartnerController(PartnerGroups groups, ApiTokens tokens, NestedPages nested) {
		this.groups = groups;
		this.tokens = tokens;
		this.nested = nested;
		nested.register(TOKENS, (viewer, parents, page, none) -> tokens.of(viewer, parents, page));
	}

	@QueryMapping
	Connection<PartnerGroup> partnerGroups(Viewer viewer, PageRequest page) {
		return this.groups.list(viewer, page);
	}

	@SchemaMapping(typeName = "Viewer")
	@Nullable PartnerGroup partnerGroup(Viewer viewer) {
		return viewer.group() != null ? this.groups.nodes(viewer, List.of(viewer.group())).get(viewer.group()) : null;
	}

	@SchemaMapping
	CompletableFuture<Connection<ApiToken>> apiTokens(PartnerGroup group, PageRequest page,
			DataFetchingEnvironment environment) {
		return this.nested.load(environment, TOKENS, group.id(), page, null);
	}

	@BatchMapping(typeName = "ApiToken")
	Map<ApiToken, PartnerGroup> partnerGroup(List<ApiToken> tokens, @ContextValue Viewer viewer) {
		var groups = this.groups.nodes(viewer, tokens.stream().map(ApiToken::groupId).distinct().toList());
		return tokens.stream().collect(Collectors.toMap(Function.identity(), token -> groups.get(token.groupId())));
	}

	@MutationMapping
	CreatePartnerGroup.Payload createPartnerGroup(Viewer viewer, @Argument CreatePartnerGroup.Input input) {
		return new CreatePartnerGroup.Payload(this.groups.create(viewer, input));
	}

	@MutationMapping
	IssueApiToken.Payload issueApiToken(Viewer viewer, @Argument IssueApiToken.Input input) {
		return this.tokens.issue(viewer, input);
	}

	@MutationMapping
	RevokeApiToken.Payload revokeApiToken(Viewer viewer, @Argument RevokeApiToken.Input input) {
		return new RevokeApiToken.Payload(this.tokens.revoke(viewer, input.id()));
	}

}
