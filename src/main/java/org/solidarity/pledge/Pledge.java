package org.solidarity.pledge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.jooq.enums.PledgeType;
import org.solidarity.platform.jooq.enums.PledgeUnit;

/**
 * What a body, or a member known to it, promises to a campaign.
 *
 * @param bodyId the pledger; of a member's pledge the body that knows the member
 * @param total the sum of all amendments, whatever their day
 * @param confirmedOn null: proposed
 * @param dueDates the days by which equal installments are due; empty: no day was set
 */
public record Pledge(UUID id, UUID campaignId, UUID bodyId, @Nullable UUID memberId, PledgeType type, PledgeUnit unit,
		@Nullable String currency, BigDecimal total, @Nullable UUID actionId, LocalDate pledgedOn,
		@Nullable LocalDate confirmedOn, @Nullable String condition, @Nullable LocalDate conditionMetOn,
		List<LocalDate> dueDates, @Nullable String purpose, @Nullable UUID authorizingProceedingId,
		@Nullable UUID countsTowardId, boolean anonymous, Instant recordedAt, int version) implements Node {

	public static final String PREFIX = "plg";

	public static PledgeUnit unit(PledgeType type) {
		return switch (type) {
			case MONEY, STRIKE_FUND -> PledgeUnit.CURRENCY;
			case VOLUNTEER_HOURS -> PledgeUnit.HOURS;
			case TURNOUT -> PledgeUnit.PEOPLE;
		};
	}

	public Quantity amount() {
		return new Quantity(this.total, this.unit, this.currency);
	}

	/** The day by which all of it is due. */
	public @Nullable LocalDate due() {
		return this.dueDates.isEmpty() ? null : this.dueDates.getLast();
	}

	public List<Installment> installments() {
		return Installment.of(amount(), this.dueDates);
	}

	@Override
	public String prefix() {
		return PREFIX;
	}

}
