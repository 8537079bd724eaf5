package org.solidarity.outreach.callback;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Component;

/**
 * Lets the tasks to call back follow what is recorded, in the transaction that records
 * it.
 */
@Component
public class CallBacks {

	private final CallBackRepository tasks;

	private final Clock clock;

	CallBacks(CallBackRepository tasks, Clock clock) {
		this.tasks = tasks;
		this.clock = clock;
	}

	/**
	 * Makes, moves or cancels the task that the contact asks for, and completes those
	 * that it answers or takes that back.
	 * @param before what was told of it before; null where it is new
	 */
	public void follow(Viewer viewer, @Nullable Contact before, Contact contact) {
		if (!Objects.equals(before == null ? null : before.callBackAfter(), contact.callBackAfter())) {
			if (contact.callBackAfter() == null) {
				this.tasks.cancel(viewer, contact, this.clock.instant());
			}
			else if (!this.tasks.move(viewer, contact)) {
				this.tasks.insert(viewer, contact);
			}
		}
		if (contact.reached()) {
			this.tasks.complete(viewer, contact, this.clock.instant());
		}
		else if (before != null) {
			this.tasks.reopen(viewer, contact);
		}
	}

}
