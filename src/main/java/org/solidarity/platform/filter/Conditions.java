package org.solidarity.platform.filter;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Makes conditions of the arguments that were given, and none of those that were not. */
public final class Conditions {

	private Conditions() {
	}

	public static <T> Condition of(@Nullable T value, Function<T, Condition> condition) {
		return value == null ? noCondition() : condition.apply(value);
	}

	public static Condition all(Condition... conditions) {
		return and(conditions);
	}

	/**
	 * Joins a filter's own conditions with its {@code and}, {@code or} and {@code not}.
	 * What does not hold because a value is absent is matched by {@code not}.
	 */
	public static <F> Condition tree(@Nullable List<F> and, @Nullable List<F> or, @Nullable F not,
			Function<F, Condition> condition, Condition own) {
		return own.and(of(and, all -> and(all.stream().map(condition).toList())))
			.and(of(or, any -> or(any.stream().map(condition).toList())))
			.and(of(not, one -> none(condition.apply(one))));
	}

	private static Condition none(Condition condition) {
		return condition.equals(noCondition()) ? noCondition() : condition(coalesce(condition, inline(false))).not();
	}

	/** Is one of the ids that a function gives, which is asked once for a statement. */
	public static Condition among(Field<UUID> id, Field<UUID[]> ids) {
		return id.eq(any(field(select(ids)).cast(UUID[].class)));
	}

	public static Condition isNull(@Nullable Boolean wanted, Field<?> field) {
		return of(wanted, yes -> yes ? field.isNull() : field.isNotNull());
	}

}
