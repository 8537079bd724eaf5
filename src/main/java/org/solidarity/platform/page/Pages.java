package org.solidarity.platform.page;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Cuts lists into pages by keyset: one statement for a page, or for one page of each of
 * many parents.
 */
@Component
public class Pages {

	private static final Field<UUID> PARENT = field(name("parent", "id"), UUID.class);

	private final DSLContext sql;

	Pages(DSLContext sql) {
		this.sql = sql;
	}

	/**
	 * @throws org.solidarity.platform.Refused BAD_CURSOR where a cursor is not of the
	 * query's order
	 */
	public <R> Connection<R> fetch(PageQuery<R> query, PageRequest page) {
		var ordering = query.ordering();
		List<? extends Record> rows = this.sql.select(query.fields())
			.select(keys(ordering))
			.from(query.from())
			.where(query.where(), ordering.after(page.after()), ordering.before(page.before()))
			.orderBy(ordering.orderBy(page.backward()))
			.limit(page.size() + 1)
			.fetch();
		boolean other = page.bounded() && page.entered() && this.sql
			.fetchExists(select(ordering.id()).from(query.from()).where(query.where(), entry(ordering, page)));
		int total = page.counted()
				? this.sql.select(count()).from(query.from()).where(query.where()).fetchSingle().value1() : 0;
		return connection(query, page, rows, other, total);
	}

	/**
	 * The same page of the rows of each parent; a parent without rows has an empty one.
	 */
	public <R> Map<UUID, Connection<R>> fetch(PageQuery<R> query, Field<UUID> parent, Collection<UUID> parents,
			PageRequest page) {
		var ordering = query.ordering();
		var ids = parents.toArray(UUID[]::new);
		var chosen = lateral(select(keys(ordering)).from(query.from())
			.where(query.where(), parent.eq(PARENT), ordering.after(page.after()), ordering.before(page.before()))
			.orderBy(ordering.orderBy(page.backward()))
			.limit(page.size() + 1)).as("chosen");
		Map<UUID, List<Record>> rows = new HashMap<>();
		this.sql.select(query.fields())
			.select(chosen.fields())
			.select(PARENT.as("parent_id"))
			.from(unnest(val(ids)).as("parent", "id"))
			.crossJoin(chosen)
			.join(query.from())
			.on(ordering.id().eq(chosen.field(chosen.fields().length - 1, UUID.class)), parent.eq(PARENT))
			.orderBy(ordering.orderBy(page.backward()))
			.forEach(row -> rows.computeIfAbsent(row.get("parent_id", UUID.class), id -> new ArrayList<>()).add(row));
		Set<UUID> others = page.bounded() && page.entered() ? this.sql.selectDistinct(parent)
			.from(query.from())
			.where(query.where(), parent.eq(any(ids)), entry(ordering, page))
			.fetchSet(parent) : Set.of();
		Map<UUID, Integer> totals = page.counted() ? this.sql.select(parent, count())
			.from(query.from())
			.where(query.where(), parent.eq(any(ids)))
			.groupBy(parent)
			.fetchMap(parent, count()) : Map.of();
		Map<UUID, Connection<R>> pages = new HashMap<>();
		parents.forEach(id -> pages.put(id, connection(query, page, rows.getOrDefault(id, List.of()),
				others.contains(id), totals.getOrDefault(id, 0))));
		return pages;
	}

	/** What lies on the side that the page was entered from. */
	private static Condition entry(Ordering ordering, PageRequest page) {
		return page.backward() ? ordering.notBefore(page.before()) : ordering.notAfter(page.after());
	}

	private static List<Field<?>> keys(Ordering ordering) {
		List<Field<?>> keys = new ArrayList<>();
		ordering.keys().forEach(key -> keys.add(key.as("key_" + keys.size())));
		return keys;
	}

	private static <R> Connection<R> connection(PageQuery<R> query, PageRequest page, List<? extends Record> found,
			boolean other, int total) {
		boolean more = found.size() > page.size();
		List<Edge<R>> edges = new ArrayList<>();
		for (Record row : found.subList(0, Math.min(page.size(), found.size()))) {
			edges.add(new Edge<>(cursor(query.ordering(), row), query.row().apply(row)));
		}
		if (page.backward()) {
			Collections.reverse(edges);
		}
		return new Connection<>(edges, new PageInfo(page.backward() ? other : more, page.backward() ? more : other,
				edges.isEmpty() ? null : edges.getFirst().cursor(), edges.isEmpty() ? null : edges.getLast().cursor()),
				total);
	}

	private static String cursor(Ordering ordering, Record row) {
		List<Object> values = new ArrayList<>();
		for (int i = 0; i < ordering.keys().size(); i++) {
			values.add(row.get("key_" + i));
		}
		return Cursor.write(ordering, values);
	}

}
