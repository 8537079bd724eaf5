package org.solidarity.pledge.turnout;

import graphql.schema.DataFetchingEnvironment;
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
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class TurnoutAccountController {

	private static final String ACTION_ACCOUNTS = "Action.turnoutAccounts";

	private final Bodies bodies;

	private final NestedPages nested;

	TurnoutAccountController(TurnoutAccounts accounts, Bodies bodies, NestedPages nested) {
		this.bodies = bodies;
		this.nested = nested;
		nested.<@Nullable Object, TurnoutAccount>register(ACTION_ACCOUNTS,
				(viewer, ids, page, none) -> accounts.of(viewer, ids, page));
	}

	@SchemaMapping(typeName = "Action", field = "turnoutAccounts")
	CompletableFuture<Connection<TurnoutAccount>> turnoutAccounts(Action action, DataFetchingEnvironment environment,
			PageRequest page) {
		return this.nested.load(environment, ACTION_ACCOUNTS, action.id(), page, null);
	}

	@BatchMapping
	Map<TurnoutAccount, Body> body(List<TurnoutAccount> accounts, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, accounts, TurnoutAccount::bodyId);
	}

}
