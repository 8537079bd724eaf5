package org.solidarity.pledge;

import static org.solidarity.platform.jooq.Tables.ACTION;
import static org.solidarity.platform.jooq.Tables.HEADCOUNT;
import static org.solidarity.platform.jooq.Tables.PARTICIPATION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.ActionKind;
import org.solidarity.platform.jooq.enums.HeadcountMethod;
import org.solidarity.platform.jooq.enums.ParticipationOutcome;
import org.springframework.stereotype.Component;

/** Actions, and who came to them; each call makes a new one. */
@Component
public class TurnoutFixture {

	/** The day of every action. */
	public static final LocalDate DAY = LocalDate.of(2025, 5, 1);

	private final DSLContext sql;

	private final Transactions transactions;

	TurnoutFixture(DSLContext sql, Transactions transactions) {
		this.sql = sql;
		this.transactions = transactions;
	}

	public UUID action(UUID campaign, UUID host) {
		return this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(ACTION)
					.set(ACTION.CAMPAIGN_ID, campaign)
					.set(ACTION.KIND, ActionKind.RALLY)
					.set(ACTION.TITLE, "Rally")
					.set(ACTION.START_DATE, DAY)
					.set(ACTION.TIME_ZONE, "UTC")
					.set(ACTION.STARTS_AT, Instant.parse("2025-05-01T00:00:00Z"))
					.set(ACTION.HOST_ID, host)
					.returning(ACTION.ID)
					.fetchSingle(ACTION.ID));
	}

	/** Someone comes on behalf of a body, with so many guests. */
	public UUID comes(UUID campaign, UUID action, UUID body, int guests) {
		return this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(PARTICIPATION)
					.set(PARTICIPATION.CONTROLLER_ID, body)
					.set(PARTICIPATION.CAMPAIGN_ID, campaign)
					.set(PARTICIPATION.ACTION_ID, action)
					.set(PARTICIPATION.BODY_ID, body)
					.set(PARTICIPATION.OUTCOME, ParticipationOutcome.ATTENDED)
					.set(PARTICIPATION.CHECKED_IN_AT, Instant.parse("2025-05-01T10:00:00Z"))
					.set(PARTICIPATION.GUESTS, guests)
					.returning(PARTICIPATION.ID)
					.fetchSingle(PARTICIPATION.ID));
	}

	/** So many of a body are counted. */
	public void counted(UUID campaign, UUID action, UUID body, int people) {
		this.transactions.write(Viewer.SYSTEM,
				() -> this.sql.insertInto(HEADCOUNT)
					.set(HEADCOUNT.CAMPAIGN_ID, campaign)
					.set(HEADCOUNT.ACTION_ID, action)
					.set(HEADCOUNT.BODY_ID, body)
					.set(HEADCOUNT.COUNT, people)
					.set(HEADCOUNT.METHOD, HeadcountMethod.COUNTED)
					.set(HEADCOUNT.COUNTED_BY, "A marshal")
					.set(HEADCOUNT.COUNTS, true)
					.execute());
	}

}
