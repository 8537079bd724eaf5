package org.solidarity.pledge.rate;

import static org.jooq.impl.DSL.any;
import static org.solidarity.platform.jooq.Tables.EXCHANGE_RATE;
import static org.solidarity.platform.jooq.Tables.EXCHANGE_RATES_ON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

@Repository
class RateRepository {

	private static final List<Field<?>> FIELDS = List.of(EXCHANGE_RATE.ID, EXCHANGE_RATE.CURRENCY,
			EXCHANGE_RATE.INTO_CURRENCY, EXCHANGE_RATE.RATE, EXCHANGE_RATE.DAY, EXCHANGE_RATE.SOURCE,
			EXCHANGE_RATE.RECORDED_AT);

	private static final Ordering LATEST_FIRST = Ordering.by("exchange_rate.recorded", Direction.DESC, EXCHANGE_RATE.ID,
			EXCHANGE_RATE.RECORDED_AT);

	private final DSLContext sql;

	private final Pages pages;

	RateRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Map<UUID, ExchangeRate> find(Viewer viewer, Collection<UUID> ids) {
		return this.sql.select(FIELDS)
			.from(EXCHANGE_RATE)
			.where(visibleTo(viewer), EXCHANGE_RATE.ID.eq(any(ids.toArray(UUID[]::new))))
			.fetchMap(EXCHANGE_RATE.ID, RateRepository::rate);
	}

	Connection<ExchangeRate> list(Viewer viewer, PageRequest page, @Nullable String currency) {
		return this.pages.fetch(new PageQuery<>(FIELDS, EXCHANGE_RATE,
				visibleTo(viewer).and(Conditions.of(currency, EXCHANGE_RATE.CURRENCY::eq)), LATEST_FIRST,
				RateRepository::rate), page);
	}

	/**
	 * The rate of each pair of currencies that was in force on its day; absent where none
	 * was.
	 */
	Map<Asked, ExchangeRate> inForce(Viewer viewer, Collection<Asked> asked, @Nullable Instant knownAt) {
		var on = EXCHANGE_RATES_ON(array(asked, Asked::currency, String[]::new),
				array(asked, Asked::into, String[]::new), array(asked, Asked::day, LocalDate[]::new), knownAt);
		return this.sql.select(FIELDS)
			.select(on.ON_DAY)
			.from(on)
			.join(EXCHANGE_RATE)
			.on(EXCHANGE_RATE.ID.eq(on.ID))
			.where(visibleTo(viewer))
			.fetchMap(row -> new Asked(row.get(EXCHANGE_RATE.CURRENCY), row.get(EXCHANGE_RATE.INTO_CURRENCY),
					row.get(on.ON_DAY)), RateRepository::rate);
	}

	private static <T> T[] array(Collection<Asked> asked, Function<Asked, T> part, IntFunction<T[]> array) {
		return asked.stream().map(part).toArray(array);
	}

	UUID insert(Viewer viewer, RecordExchangeRate.Input input) {
		return this.sql.insertInto(EXCHANGE_RATE)
			.set(EXCHANGE_RATE.CURRENCY, input.currency())
			.set(EXCHANGE_RATE.INTO_CURRENCY, input.intoCurrency())
			.set(EXCHANGE_RATE.RATE, input.rate())
			.set(EXCHANGE_RATE.DAY, input.day())
			.set(EXCHANGE_RATE.SOURCE, input.source())
			.set(EXCHANGE_RATE.RECORDED_BY, viewer.id())
			.returning(EXCHANGE_RATE.ID)
			.fetchSingle(EXCHANGE_RATE.ID);
	}

	/** Rates are public facts: whoever may read sees them. */
	private static Condition visibleTo(Viewer viewer) {
		viewer.require(Permission.READ);
		return Conditions.all();
	}

	private static ExchangeRate rate(Record row) {
		return new ExchangeRate(row.get(EXCHANGE_RATE.ID), row.get(EXCHANGE_RATE.CURRENCY),
				row.get(EXCHANGE_RATE.INTO_CURRENCY), row.get(EXCHANGE_RATE.RATE), row.get(EXCHANGE_RATE.DAY),
				row.get(EXCHANGE_RATE.SOURCE), row.get(EXCHANGE_RATE.RECORDED_AT));
	}

}
