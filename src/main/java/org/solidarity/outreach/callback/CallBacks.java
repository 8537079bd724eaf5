package org.solidarity.outreach.callback;

import java.time.Clock;
import java.time.Instant;
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
	 * Makes, moves or cancels the task that the contact asks for, and completes and
	 * reopens those that it answers or answers no more. What says nothing new of whom it
	 * reached, when, and whether to call back, leaves alone what was done by hand.
	 * @param before what was told of it before; null where it is new
	 */
	public void follow(Viewer viewer, @Nullable Contact before, Contact contact) {
		Instant now = this.clock.instant();
		boolean asked = before != null && before.callBackAfter() != null;
		if (!Objects.equals(before == null ? null : before.callBackAfter(), contact.callBackAfter())) {
			if (contact.callBackAfter() == null) {
				this.tasks.cancel(viewer, contact, now);
			}
			else if (!this.tasks.move(viewer, contact)) {
				this.tasks.insert(viewer, contact);
			}
		}
		if (before == null || before.reached() != contact.reached() || !before.at().equals(contact.at())
				|| (!asked && contact.callBackAfter() != null)) {
			this.tasks.settle(viewer, contact, now);
		}
	}

}
