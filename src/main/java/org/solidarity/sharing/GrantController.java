package org.solidarity.sharing;

import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import org.solidarity.identity.Account;
import org.solidarity.identity.partner.PartnerGroup;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class GrantController {

	private static final String OF_ACCOUNT = "Account.bodyGrants";

	private static final String OF_GROUP = "PartnerGroup.bodyGrants";

	private final BodyGrants grants;

	private final PartnerBodyGrants partnerGrants;

	private final NestedPages nested;

	GrantController(BodyGrants grants, PartnerBodyGrants partnerGrants, NestedPages nested) {
		this.grants = grants;
		this.partnerGrants = partnerGrants;
		this.nested = nested;
		nested.register(OF_ACCOUNT, (viewer, accounts, page, none) -> grants.of(viewer, accounts, page));
		nested.register(OF_GROUP, (viewer, groups, page, none) -> partnerGrants.of(viewer, groups, page));
	}

	@SchemaMapping
	CompletableFuture<Connection<BodyGrant>> bodyGrants(Account account, PageRequest page,
			DataFetchingEnvironment environment) {
		return this.nested.load(environment, OF_ACCOUNT, account.id(), page, null);
	}

	@SchemaMapping
	CompletableFuture<Connection<PartnerBodyGrant>> bodyGrants(PartnerGroup group, PageRequest page,
			DataFetchingEnvironment environment) {
		return this.nested.load(environment, OF_GROUP, group.id(), page, null);
	}

	@MutationMapping
	GrantBodies.Payload grantBodies(Viewer viewer, @Argument GrantBodies.Input input) {
		return new GrantBodies.Payload(this.grants.grant(viewer, input));
	}

	@MutationMapping
	RevokeBodyGrant.Payload revokeBodyGrant(Viewer viewer, @Argument RevokeBodyGrant.Input input) {
		return new RevokeBodyGrant.Payload(this.grants.revoke(viewer, input.id()));
	}

	@MutationMapping
	GrantPartnerBodies.Payload grantPartnerBodies(Viewer viewer, @Argument GrantPartnerBodies.Input input) {
		return new GrantPartnerBodies.Payload(this.partnerGrants.grant(viewer, input));
	}

	@MutationMapping
	RevokePartnerBodyGrant.Payload revokePartnerBodyGrant(Viewer viewer, @Argument RevokePartnerBodyGrant.Input input) {
		return new RevokePartnerBodyGrant.Payload(this.partnerGrants.revoke(viewer, input.id()));
	}

}
