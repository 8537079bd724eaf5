package org.solidarity.pledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.PledgeType;
import org.solidarity.platform.jooq.enums.PledgeUnit;

/** Recording what a body promised. */
public interface RecordPledge {

	record Input(String idempotencyKey, NodeId campaignId, NodeId bodyId, @Nullable NodeId memberId, PledgeType type,
			BigDecimal amount, @Nullable String currency, @Nullable NodeId actionId, @Nullable LocalDate pledgedOn,
			@Nullable LocalDate confirmedOn, @Nullable String condition, @Nullable List<LocalDate> dueDates,
			@Nullable String purpose, @Nullable NodeId authorizingProceedingId, @Nullable NodeId countsTowardId,
			@Nullable Boolean anonymous) {

		void check() {
			PledgeUnit unit = Pledge.unit(this.type);
			var checks = new Checks();
			checks
				.that((unit == PledgeUnit.CURRENCY) == (this.currency != null),
						this.currency == null ? UserError.Code.REQUIRED : UserError.Code.INVALID,
						"currency is for MONEY and STRIKE_FUND, and only for them.", "input", "currency")
				.that(this.currency == null || Quantity.isMoney(this.currency), UserError.Code.INVALID,
						"currency is not one in which money is paid.", "input", "currency")
				.that((this.type == PledgeType.TURNOUT) == (this.actionId != null),
						this.actionId == null ? UserError.Code.REQUIRED : UserError.Code.INVALID,
						"actionId is for TURNOUT, and only for it.", "input", "actionId")
				.that(this.type != PledgeType.TURNOUT || this.countsTowardId == null, UserError.Code.INVALID,
						"countsTowardId is not for TURNOUT, which is counted at the action.", "input", "countsTowardId")
				.that(this.type != PledgeType.TURNOUT || this.memberId == null, UserError.Code.INVALID,
						"memberId is not for TURNOUT: a member answers the action instead.", "input", "memberId")
				.that(this.amount.signum() > 0, UserError.Code.OUT_OF_RANGE, "amount is not more than nothing.",
						"input", "amount")
				.that(this.condition == null || !this.condition.isBlank(), UserError.Code.INVALID,
						"condition is empty; leave it out where there is none.", "input", "condition")
				.optionalText(this.condition, 2000, "input", "condition")
				.optionalText(this.purpose, 2000, "input", "purpose");
			if (this.amount.signum() > 0) {
				Quantity.check(checks, this.amount, unit, this.currency, "input", "amount");
			}
			checks.day(this.pledgedOn, "input", "pledgedOn").day(this.confirmedOn, "input", "confirmedOn");
			Installment.check(checks, due(), "input", "dueDates").done();
		}

		List<LocalDate> due() {
			return Objects.requireNonNullElse(this.dueDates, List.of());
		}

	}

	record Payload(Pledge pledge) {
	}

}
