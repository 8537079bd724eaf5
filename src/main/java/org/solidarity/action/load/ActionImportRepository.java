package org.solidarity.action.load;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.ACTION;
import static org.solidarity.platform.jooq.Tables.ACTION_COSPONSOR;
import static org.solidarity.platform.jooq.Tables.HEADCOUNT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.action.setting.Schedule;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.ActionStatus;
import org.springframework.stereotype.Repository;

@Repository
class ActionImportRepository {

	private final DSLContext sql;

	ActionImportRepository(DSLContext sql) {
		this.sql = sql;
	}

	/** The action that the row is about. */
	Optional<UUID> known(UUID campaign, ImportedAction row) {
		return this.sql.select(ACTION.ID)
			.from(ACTION)
			.where(ACTION.CAMPAIGN_ID.eq(campaign), ACTION.START_DATE.eq(row.day()), ACTION.KIND.eq(row.kind()),
					lower(ACTION.TITLE).eq(lower(val(row.title()))), ACTION.CITY.isNotDistinctFrom(row.place().city()),
					ACTION.REGION.isNotDistinctFrom(row.place().region()))
			.orderBy(ACTION.ID)
			.limit(1)
			.fetchOptional(ACTION.ID);
	}

	UUID insert(Viewer viewer, UUID campaign, UUID host, ImportedAction row) {
		var schedule = new Schedule(row.day(), null, null, null, row.timeZone());
		return this.sql.insertInto(ACTION)
			.set(ACTION.CAMPAIGN_ID, campaign)
			.set(ACTION.HOST_ID, host)
			.set(ACTION.KIND, row.kind())
			.set(ACTION.TITLE, row.title())
			.set(ACTION.START_DATE, row.day())
			.set(ACTION.TIME_ZONE, row.timeZone())
			.set(ACTION.STARTS_AT, schedule.startsAt())
			.set(ACTION.PLACE, row.venue())
			.set(ACTION.CITY, row.place().city())
			.set(ACTION.REGION, row.place().region())
			.set(ACTION.COUNTRY, row.place().country())
			.set(ACTION.STATUS, ActionStatus.CONFIRMED)
			.set(ACTION.SOURCE_URL, row.source().matches("https?://.*") ? row.source() : null)
			.set(ACTION.CREATED_BY, viewer.id())
			.returning(ACTION.ID)
			.fetchSingle(ACTION.ID);
	}

	/** Those of the bodies that do not host it. */
	void addCoSponsors(Viewer viewer, UUID action, List<UUID> bodies) {
		UUID host = this.sql.select(ACTION.HOST_ID)
			.from(ACTION)
			.where(ACTION.ID.eq(action))
			.fetchSingle(ACTION.HOST_ID);
		bodies.stream()
			.filter(body -> !body.equals(host))
			.forEach(body -> this.sql.insertInto(ACTION_COSPONSOR)
				.set(ACTION_COSPONSOR.ACTION_ID, action)
				.set(ACTION_COSPONSOR.BODY_ID, body)
				.set(ACTION_COSPONSOR.RECORDED_BY, viewer.id())
				.onConflictDoNothing()
				.execute());
	}

	/**
	 * Adds what a source tells of the whole turnout, once; the first of an action counts.
	 * @return how many were added
	 */
	int count(Viewer viewer, UUID campaign, UUID action, ImportedAction row, ImportedAction.Size size) {
		String source = row.source() + ": " + size.words();
		var ofTheWhole = HEADCOUNT.ACTION_ID.eq(action).and(HEADCOUNT.BODY_ID.isNull());
		if (this.sql.fetchExists(HEADCOUNT, ofTheWhole, HEADCOUNT.SOURCE.eq(source))) {
			return 0;
		}
		return this.sql.insertInto(HEADCOUNT)
			.set(HEADCOUNT.CAMPAIGN_ID, campaign)
			.set(HEADCOUNT.ACTION_ID, action)
			.set(HEADCOUNT.COUNT, size.count())
			.set(HEADCOUNT.LOW, size.low())
			.set(HEADCOUNT.HIGH, size.high())
			.set(HEADCOUNT.METHOD, size.method())
			.set(HEADCOUNT.COUNTED_BY, size.countedBy())
			.set(HEADCOUNT.SOURCE, source)
			.set(HEADCOUNT.COUNTS, !this.sql.fetchExists(HEADCOUNT, ofTheWhole, HEADCOUNT.COUNTS.isTrue()))
			.set(HEADCOUNT.RECORDED_BY, viewer.id())
			.execute();
	}

}
