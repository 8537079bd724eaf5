package org.solidarity.exchange.upload;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.solidarity.exchange.file.Column;
import org.solidarity.exchange.file.Row;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.pledge.bulk.BulkErrorPolicy;
import org.solidarity.pledge.bulk.BulkPledgeResult;

/** What the rows of one kind of upload are, and what is done with them. */
interface RowForm<I> {

	List<Column> columns();

	/**
	 * @throws org.solidarity.exchange.file.RejectedRow where it cannot be read
	 */
	I read(Row row);

	List<BulkPledgeResult> record(Viewer viewer, BulkErrorPolicy policy, List<I> inputs);

	/** Does the same, and leaves nothing of it. */
	List<BulkPledgeResult> attempt(Viewer viewer, List<I> inputs);

	/** What a column is called that is about this field of the input. */
	default String column(String field) {
		return field.equals("idempotencyKey") ? "key"
				: field.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
	}

	/** A day that the row tells; null for none. */
	static @Nullable LocalDate day(Row row, String column) {
		return row.day(column, LocalDate.of(2199, 12, 31));
	}

	static @Nullable NodeId id(Row row, String column) {
		String text = row.text(column);
		return text == null ? null : NodeId.valueOf(text);
	}

	/**
	 * @throws org.solidarity.exchange.file.RejectedRow where it is none of the values
	 */
	static <E extends Enum<E>> E word(Row row, String column, E[] values, Function<E, String> name) {
		String text = row.required(column);
		return Arrays.stream(values)
			.filter(value -> name.apply(value).equalsIgnoreCase(text))
			.findFirst()
			.orElseThrow(() -> row.rejected(column, text,
					"this is none of " + String.join(", ", Arrays.stream(values).map(name).toList())));
	}

}
