package org.solidarity.outreach.interaction;

import java.util.List;
import java.util.Map;
import org.solidarity.platform.page.Parents;
import org.solidarity.outreach.task.Task;
import org.solidarity.outreach.task.Tasks;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;

/** What leads from an interaction to its call-back, and from tasks to interactions. */
@Controller
class CallBackController {

	private final Interactions interactions;

	private final Tasks tasks;

	CallBackController(Interactions interactions, Tasks tasks) {
		this.interactions = interactions;
		this.tasks = tasks;
	}

	@BatchMapping
	Map<Interaction, Task> callBack(List<Interaction> interactions, @ContextValue Viewer viewer) {
		return Parents.each(interactions, Interaction::id, ids -> this.tasks.callBacks(viewer, ids));
	}

	@BatchMapping
	Map<Task, Interaction> interaction(List<Task> tasks, @ContextValue Viewer viewer) {
		return Parents.each(tasks, Task::interactionId, ids -> this.interactions.nodes(viewer, ids));
	}

	@BatchMapping
	Map<Task, Interaction> completedByInteraction(List<Task> tasks, @ContextValue Viewer viewer) {
		return Parents.each(tasks, Task::completedByInteractionId, ids -> this.interactions.nodes(viewer, ids));
	}

}
