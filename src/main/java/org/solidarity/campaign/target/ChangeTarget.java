package org.solidarity.campaign.target;

import java.time.LocalDate;
import org.solidarity.campaign.Campaign;
import org.solidarity.identity.Account;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.springframework.graphql.data.ArgumentValue;

/** Changing what a target is asked, and asking it no longer. */
interface ChangeTarget {

	record Update(NodeId id, int expectedVersion, ArgumentValue<Integer> priority, ArgumentValue<NodeId> ownerId,
			ArgumentValue<String> ask, ArgumentValue<LocalDate> followUpOn) {

		/** The target with these changes. */
		Target onto(Target old) {
			Integer priority = this.priority.isOmitted() ? Integer.valueOf(old.priority()) : this.priority.value();
			LocalDate followUpOn = this.followUpOn.isOmitted() ? old.followUpOn() : this.followUpOn.value();
			String ask = this.ask.isOmitted() ? old.ask() : this.ask.value();
			var checks = new Checks().that(priority != null, UserError.Code.REQUIRED,
					"priority cannot be cleared; omit it, or give 1 to 5.", "input", "priority");
			AddTargets.Row.check(checks, priority, ask, followUpOn, "input");
			checks.done();
			NodeId owner = this.ownerId.value();
			return new Target(old.id(), old.campaignId(), old.bodyId(), priority,
					this.ownerId.isOmitted() ? old.ownerId() : owner == null ? null : owner.of(Account.PREFIX), ask,
					followUpOn, old.version());
		}

	}

	record UpdatePayload(Target target) {
	}

	record Remove(NodeId id, int expectedVersion) {
	}

	record RemovePayload(Campaign campaign) {
	}

}
