package org.solidarity.outreach.task;

import static org.solidarity.platform.jooq.Tables.TASK;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.member.Member;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class TaskListController {

	private static final String OF_CAMPAIGN = "Campaign.tasks";

	private static final String OF_BODY = "Body.tasks";

	private static final String OF_MEMBER = "Member.tasks";

	private final Tasks tasks;

	private final NestedPages nested;

	TaskListController(Tasks tasks, NestedPages nested) {
		this.tasks = tasks;
		this.nested = nested;
		Map.of(OF_CAMPAIGN, TASK.CAMPAIGN_ID, OF_BODY, TASK.BODY_ID, OF_MEMBER, TASK.PERSON_ID)
			.forEach((field, parent) -> nested.<TaskList, Task>register(field,
					(viewer, ids, page, list) -> tasks.of(viewer, parent, ids, page, list)));
	}

	@QueryMapping
	Connection<Task> tasks(Viewer viewer, PageRequest page, @Argument @Nullable TaskFilter filter,
			@Argument @Nullable TaskOrder orderBy) {
		return this.tasks.list(viewer, page, new TaskList(filter, orderBy));
	}

	@SchemaMapping(typeName = "Campaign", field = "tasks")
	CompletableFuture<Connection<Task>> ofCampaign(Campaign campaign, PageRequest page,
			@Argument @Nullable TaskFilter filter, @Argument @Nullable TaskOrder orderBy,
			DataFetchingEnvironment environment) {
		return this.nested.load(environment, OF_CAMPAIGN, campaign.id(), page, new TaskList(filter, orderBy));
	}

	@SchemaMapping(typeName = "Body", field = "tasks")
	CompletableFuture<Connection<Task>> ofBody(Body body, PageRequest page, @Argument @Nullable TaskFilter filter,
			@Argument @Nullable TaskOrder orderBy, DataFetchingEnvironment environment) {
		return this.nested.load(environment, OF_BODY, body.id(), page, new TaskList(filter, orderBy));
	}

	@SchemaMapping(typeName = "Member", field = "tasks")
	CompletableFuture<Connection<Task>> ofMember(Member member, PageRequest page, @Argument @Nullable TaskFilter filter,
			@Argument @Nullable TaskOrder orderBy, DataFetchingEnvironment environment) {
		return this.nested.load(environment, OF_MEMBER, member.id(), page, new TaskList(filter, orderBy));
	}

	@BatchMapping(typeName = "Campaign", field = "taskTotals")
	Map<Campaign, TaskTotals> totalsOfCampaigns(List<Campaign> campaigns, @ContextValue Viewer viewer) {
		return totals(viewer, campaigns, TASK.CAMPAIGN_ID, Campaign::id);
	}

	@BatchMapping(typeName = "Body", field = "taskTotals")
	Map<Body, TaskTotals> totalsOfBodies(List<Body> bodies, @ContextValue Viewer viewer) {
		return totals(viewer, bodies, TASK.BODY_ID, Body::id);
	}

	private <P> Map<P, TaskTotals> totals(Viewer viewer, List<P> parents, Field<UUID> parent, Function<P, UUID> id) {
		var found = this.tasks.totals(viewer, parent, parents.stream().map(id).toList());
		Map<P, TaskTotals> totals = new HashMap<>();
		parents.forEach(of -> totals.put(of, found.getOrDefault(id.apply(of), TaskTotals.NONE)));
		return totals;
	}

}
