package org.solidarity.platform.page;

import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.TableLike;

/**
 * What a list is made of, before it is cut into pages.
 *
 * @param from one table, or joins; the id of the ordering must stand in at most one of
 * all its rows, also of those that {@code where} leaves out, or in one below each parent,
 * because the rows of a page are looked up in it once more by that id alone
 * @param where which rows, what the viewer may see first
 * @param row makes of the fields what the list shows
 */
public record PageQuery<R>(List<? extends SelectFieldOrAsterisk> fields, TableLike<?> from, Condition where,
		Ordering ordering, Function<Record, R> row) {
}
