package org.solidarity.endorsement.report;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;
import static org.solidarity.platform.jooq.Tables.ENDORSEMENTS_AT;
import static org.solidarity.platform.jooq.Tables.ENDORSERS_AT;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Row2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.platform.Viewer;

/** The endorsements that a viewer is shown, as tables to ask from. */
final class Shown {

	/** The name of the table of endorsements. */
	private static final String EACH = "shown";

	static final Field<UUID> CAMPAIGN = DSL.field(DSL.name(EACH, "campaign"), UUID.class);

	static final Field<LocalDate> DAY = DSL.field(DSL.name(EACH, "day"), LocalDate.class);

	static final Field<UUID> BODY_ID = DSL.field(DSL.name(EACH, ENDORSEMENTS_AT.BODY_ID.getName()), UUID.class);

	/** A campaign, and the day that its report is about. */
	record Key(UUID campaign, LocalDate asOf) {
	}

	private Shown() {
	}

	/** Each campaign with its day. */
	static Table<?> asked(List<Key> asked) {
		@SuppressWarnings("unchecked")
		Row2<UUID, LocalDate>[] rows = asked.stream().map(key -> row(key.campaign(), key.asOf())).toArray(Row2[]::new);
		return values(rows).as("asked", "campaign", "day");
	}

	/**
	 * Of each body that endorses a campaign on its day the earliest endorsement, of those
	 * that the viewer may see.
	 */
	static CommonTableExpression<?> endorsements(Viewer viewer, List<Key> asked, Instant knownAt) {
		var keys = asked(asked);
		Field<UUID> campaign = field(keys, "campaign", UUID.class);
		Field<LocalDate> day = field(keys, "day", LocalDate.class);
		var at = ENDORSEMENTS_AT(campaign, day, val(knownAt));
		return DSL.name(EACH)
			.asMaterialized(select(campaign, day).select(at.fields())
				.distinctOn(campaign, at.BODY_ID)
				.from(keys)
				.crossJoin(lateral(at))
				.join(PROCEEDING)
				.on(PROCEEDING.ID.eq(at.PROCEEDING_ID))
				.where(Proceedings.visibleTo(viewer))
				.orderBy(campaign, at.BODY_ID, at.EFFECTIVE_ON, at.PROCEEDING_ID));
	}

	/** Of each campaign the endorsing bodies, with whom they speak for. */
	static Table<?> endorsers(Table<?> endorsements, Instant knownAt) {
		var together = select(CAMPAIGN, DAY, arrayAgg(BODY_ID).as("bodies")).from(endorsements)
			.groupBy(CAMPAIGN, DAY)
			.asTable("together");
		var at = ENDORSERS_AT(field(together, "bodies", UUID[].class), field(together, "day", LocalDate.class),
				val(knownAt));
		return select(field(together, "campaign", UUID.class)).select(at.fields())
			.from(together)
			.crossJoin(lateral(at))
			.asTable("endorser");
	}

	static <T> Field<T> field(Table<?> table, String name, Class<T> type) {
		return Objects.requireNonNull(table.field(name, type));
	}

	/** The field of the table that is this one of what it was made of. */
	static <T> Field<T> field(Table<?> table, Field<T> of) {
		return Objects.requireNonNull(table.field(of.getName(), of.getDataType()));
	}

}
