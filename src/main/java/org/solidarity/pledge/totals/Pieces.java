package org.solidarity.pledge.totals;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.inline;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.PLEDGE_SUMS;
import static org.solidarity.platform.jooq.Tables.SHARED_PLEDGE_SUMS;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.jooq.enums.PledgeType;
import org.solidarity.platform.jooq.enums.PledgeUnit;
import org.solidarity.platform.jooq.tables.PledgeSums;

/**
 * Pieces of sums that are to be added up.
 *
 * @param parent the campaign or body that each belongs to
 * @param from where they come from, under the alias piece
 * @param region of the body, where the pieces tell bodies apart
 */
record Pieces(Field<UUID> parent, Table<?> from, Field<String> region, Condition where) {

	/** The columns that all functions which give pieces have. */
	static final PledgeSums PIECE = PLEDGE_SUMS.as("piece");

	static final Field<PledgeUnit> UNIT = case_(PIECE.TYPE)
		.when(inline(PledgeType.VOLUNTEER_HOURS), inline(PledgeUnit.HOURS))
		.when(inline(PledgeType.TURNOUT), inline(PledgeUnit.PEOPLE))
		.otherwise(inline(PledgeUnit.CURRENCY));

	static final Field<String> REGION_IN_SHARED = SHARED_PLEDGE_SUMS.as("piece").REGION;

	/** Pieces whose region is that of their body, as it is today. */
	static Pieces of(Field<UUID> parent, Table<?> from, Question question, Condition where) {
		return new Pieces(parent, question.byRegion() ? from.leftJoin(BODY).on(BODY.ID.eq(PIECE.BODY_ID)) : from,
				BODY.REGION, where);
	}

	/** What the sums of the question are grouped by. */
	List<Field<?>> groups(Question question) {
		List<Field<?>> groups = new ArrayList<>(List.of(this.parent, UNIT, PIECE.CURRENCY));
		for (PledgeGrouping grouping : PledgeGrouping.values()) {
			if (question.tells(grouping)) {
				groups.add(field(grouping));
			}
		}
		if (question.byBookedRate()) {
			groups.add(PIECE.BOOKED_RATE_ID);
		}
		return groups;
	}

	<T> @Nullable T value(Record row, Question question, PledgeGrouping grouping, Class<T> type) {
		return question.tells(grouping) ? row.get(field(grouping), type) : null;
	}

	Condition matching(@Nullable PledgeTotalFilter filter) {
		return this.where.and(Conditions.of(filter,
				asked -> Conditions.all(Conditions.of(asked.type(), type -> type.on(PIECE.TYPE)),
						Conditions.of(asked.unit(), UNIT::eq),
						Conditions.of(asked.currency(), currency -> currency.on(PIECE.CURRENCY)),
						Conditions.of(asked.month(), month -> month.on(PIECE.MONTH)),
						Conditions.of(asked.purpose(), purpose -> purpose.on(PIECE.PURPOSE)),
						Conditions.of(asked.region(), region -> region.on(this.region)),
						Conditions.of(asked.ofMembers(), yes -> DSL.condition(PIECE.OF_MEMBER.eq(yes))))));
	}

	private Field<?> field(PledgeGrouping grouping) {
		return switch (grouping) {
			case TYPE -> PIECE.TYPE;
			case BODY -> PIECE.BODY_ID;
			case MONTH -> PIECE.MONTH;
			case REGION -> this.region;
			case PURPOSE -> PIECE.PURPOSE;
		};
	}

}
