package org.solidarity.platform.page;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;

/**
 * Where a row stands in an order, as a text for its caller to hand back: version, order,
 * and the row's values of the order's fields, each led by its length.
 */
final class Cursor {

	private static final String VERSION = "1";

	private Cursor() {
	}

	static String write(Ordering ordering, List<?> values) {
		var text = new StringBuilder();
		put(text, VERSION);
		put(text, ordering.name());
		values.forEach(value -> put(text, value.toString()));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * @throws Refused BAD_CURSOR where the text is not a cursor of this order
	 */
	static List<Field<?>> read(String cursor, Ordering ordering) {
		try {
			var parts = parts(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
			int keys = ordering.keys().size();
			if (parts.size() == keys + 2 && parts.get(0).equals(VERSION) && parts.get(1).equals(ordering.name())) {
				List<Field<?>> values = new ArrayList<>();
				for (int i = 0; i < keys; i++) {
					values.add(value(parts.get(i + 2), ordering.keys().get(i)));
				}
				return values;
			}
		}
		catch (RuntimeException ex) {
			// not one of ours: refused below
		}
		throw new Refused(ErrorCode.BAD_CURSOR,
				"The cursor is not one of this list in this order; take it from pageInfo or edges of the same order.");
	}

	@SuppressWarnings("unchecked")
	private static <T> Field<T> value(String text, Field<T> key) {
		Class<T> type = key.getType();
		Object value = switch (type.getSimpleName()) {
			case "String" -> {
				if (text.indexOf('\0') >= 0) {
					throw new IllegalArgumentException();
				}
				yield text;
			}
			case "UUID" -> UUID.fromString(text);
			case "Integer" -> Integer.valueOf(text);
			case "Long" -> Long.valueOf(text);
			case "BigDecimal" -> new BigDecimal(text);
			case "LocalDate" -> LocalDate.parse(text);
			case "Instant" -> Instant.parse(text);
			case String name when type.isEnum() -> Enum.valueOf(type.asSubclass(Enum.class), text);
			default -> throw new IllegalStateException("no cursor over " + type);
		};
		return DSL.val(type.cast(value), key);
	}

	private static void put(StringBuilder text, String part) {
		text.append(part.length()).append(':').append(part);
	}

	private static List<String> parts(String text) {
		List<String> parts = new ArrayList<>();
		for (int at = 0; at < text.length();) {
			int colon = text.indexOf(':', at);
			int end = colon + 1 + Integer.parseInt(text.substring(at, colon));
			parts.add(text.substring(colon + 1, end));
			at = end;
		}
		return parts;
	}

}
