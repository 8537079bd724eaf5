package org.solidarity.pledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.springframework.graphql.data.ArgumentValue;

/**
 * Correcting what was recorded beside the amount, which is amended and never corrected.
 */
interface CorrectPledge {

	record Input(NodeId id, int expectedVersion, ArgumentValue<String> purpose, ArgumentValue<List<LocalDate>> dueDates,
			ArgumentValue<NodeId> authorizingProceedingId, ArgumentValue<Boolean> anonymous) {

		void check() {
			var checks = new Checks().optionalText(this.purpose.value(), 2000, "input", "purpose");
			List<LocalDate> due = this.dueDates.value();
			if (due != null) {
				Installment.check(checks, due, "input", "dueDates");
			}
			checks.done();
		}

		Pledge onto(Pledge pledge) {
			List<LocalDate> due = this.dueDates.isOmitted() ? pledge.dueDates()
					: Objects.requireNonNullElse(this.dueDates.value(), List.of());
			return new Pledge(pledge.id(), pledge.campaignId(), pledge.bodyId(), pledge.memberId(), pledge.type(),
					pledge.unit(), pledge.currency(), pledge.total(), pledge.actionId(), pledge.pledgedOn(),
					pledge.confirmedOn(), pledge.condition(), pledge.conditionMetOn(), due,
					this.purpose.isOmitted() ? pledge.purpose() : this.purpose.value(), authorizedBy(pledge),
					pledge.countsTowardId(),
					this.anonymous.isOmitted() ? pledge.anonymous() : Boolean.TRUE.equals(this.anonymous.value()),
					pledge.recordedAt(), pledge.version());
		}

		private @Nullable UUID authorizedBy(Pledge pledge) {
			NodeId proceeding = this.authorizingProceedingId.value();
			return this.authorizingProceedingId.isOmitted() ? pledge.authorizingProceedingId()
					: proceeding == null ? null : proceeding.of(Proceeding.PREFIX);
		}

	}

	record Payload(Pledge pledge) {
	}

}
