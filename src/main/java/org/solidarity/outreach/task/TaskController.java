package org.solidarity.outreach.task;

import java.util.List;
import java.util.Map;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.identity.Account;
import org.solidarity.identity.Accounts;
import org.solidarity.member.Member;
import org.solidarity.member.Members;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.organization.meeting.Meeting;
import org.solidarity.organization.meeting.Meetings;
import org.solidarity.platform.page.Parents;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class TaskController {

	private final Tasks tasks;

	private final Campaigns campaigns;

	private final Bodies bodies;

	private final Meetings meetings;

	private final Members members;

	private final Accounts accounts;

	TaskController(Tasks tasks, Campaigns campaigns, Bodies bodies, Meetings meetings, Members members,
			Accounts accounts) {
		this.tasks = tasks;
		this.campaigns = campaigns;
		this.bodies = bodies;
		this.meetings = meetings;
		this.members = members;
		this.accounts = accounts;
	}

	@BatchMapping
	Map<Task, Campaign> campaign(List<Task> tasks, @ContextValue Viewer viewer) {
		return this.campaigns.of(viewer, tasks, Task::campaignId);
	}

	@BatchMapping
	Map<Task, Body> body(List<Task> tasks, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, tasks, Task::bodyId);
	}

	@BatchMapping
	Map<Task, Member> member(List<Task> tasks, @ContextValue Viewer viewer) {
		return Parents.each(tasks, Task::memberId, ids -> this.members.nodes(viewer, ids));
	}

	@BatchMapping
	Map<Task, Meeting> meeting(List<Task> tasks, @ContextValue Viewer viewer) {
		return Parents.each(tasks, Task::meetingId, ids -> this.meetings.nodes(viewer, ids));
	}

	@BatchMapping
	Map<Task, Account> assignee(List<Task> tasks, @ContextValue Viewer viewer) {
		return Parents.each(tasks, Task::assigneeId, ids -> this.accounts.nodes(viewer, ids));
	}

	@BatchMapping
	Map<Task, Account> completedBy(List<Task> tasks, @ContextValue Viewer viewer) {
		return Parents.each(tasks, Task::completedById, ids -> this.accounts.nodes(viewer, ids));
	}

	@BatchMapping
	Map<Task, Account> createdBy(List<Task> tasks, @ContextValue Viewer viewer) {
		return Parents.each(tasks, Task::createdById, ids -> this.accounts.nodes(viewer, ids));
	}

	@MutationMapping
	CreateTask.Payload createTask(Viewer viewer, @Argument CreateTask.Input input) {
		return new CreateTask.Payload(this.tasks.create(viewer, input));
	}

	@MutationMapping
	ChangeTask.Payload reassignTask(Viewer viewer, @Argument ChangeTask.Reassign input) {
		return new ChangeTask.Payload(this.tasks.reassign(viewer, input));
	}

	@MutationMapping
	ChangeTask.Payload rescheduleTask(Viewer viewer, @Argument ChangeTask.Reschedule input) {
		return new ChangeTask.Payload(this.tasks.reschedule(viewer, input));
	}

	@MutationMapping
	ChangeTask.Payload completeTask(Viewer viewer, @Argument ChangeTask.Which input) {
		return new ChangeTask.Payload(this.tasks.complete(viewer, input));
	}

	@MutationMapping
	ChangeTask.Payload reopenTask(Viewer viewer, @Argument ChangeTask.Which input) {
		return new ChangeTask.Payload(this.tasks.reopen(viewer, input));
	}

	@MutationMapping
	ChangeTask.Payload cancelTask(Viewer viewer, @Argument ChangeTask.Cancel input) {
		return new ChangeTask.Payload(this.tasks.cancel(viewer, input));
	}

}
