package org.solidarity.platform.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** The schema's own scalars; their descriptions stand in the schema. */
final class Scalars {

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	static final List<GraphQLScalarType> ALL = List.of(
			scalar("DateTime", "a date and time with an offset, such as 2025-06-09T17:00:00Z",
					text -> OffsetDateTime.parse(text).toInstant(), Instant::toString),
			scalar("Date", "a day, such as 2025-06-09", LocalDate::parse, LocalDate::toString),
			scalar("LocalTime", "a time of day in whole minutes, such as 09:00", Scalars::time, LocalTime::toString),
			scalar("Decimal", "a number as text, such as \"1250.00\", with at most 30 digits", Scalars::decimal,
					BigDecimal::toPlainString),
			scalar("CurrencyCode", "an ISO 4217 code, such as USD",
					text -> Currency.getInstance(text).getCurrencyCode(), Function.identity()),
			scalar("CountryCode", "an ISO 3166-1 code, such as US", Scalars::country, Function.identity()),
			scalar("Url", "an http or https address of at most 2000 characters", Scalars::url, Function.identity()));

	private Scalars() {
	}

	private static LocalTime time(String text) {
		if (text.length() != 5) {
			throw new IllegalArgumentException();
		}
		return LocalTime.parse(text);
	}

	private static BigDecimal decimal(String text) {
		var number = text.length() <= 40 ? new BigDecimal(text) : null;
		if (number == null || number.precision() > 30 || Math.abs(number.scale()) > 30) {
			throw new IllegalArgumentException();
		}
		return number;
	}

	private static String country(String text) {
		if (!COUNTRIES.contains(text)) {
			throw new IllegalArgumentException();
		}
		return text;
	}

	private static String url(String text) {
		var uri = URI.create(text);
		if (text.length() > 2000 || uri.getHost() == null
				|| !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
			throw new IllegalArgumentException();
		}
		return text;
	}

	private static <T> GraphQLScalarType scalar(String name, String form, Function<String, T> read,
			Function<T, String> write) {
		return GraphQLScalarType.newScalar().name(name).coercing(new Text<>(name, form, read, write)).build();
	}

	/** A scalar that travels as text. */
	private record Text<T>(String name, String form, Function<String, T> read,
			Function<T, String> write) implements Coercing<T, String> {

		@Override
		@SuppressWarnings("unchecked")
		public String serialize(Object value, GraphQLContext context, Locale locale) {
			return this.write.apply((T) value);
		}

		@Override
		public T parseValue(Object value, GraphQLContext context, Locale locale) {
			if (value instanceof String || (this.name.equals("Decimal") && value instanceof Integer)) {
				try {
					return this.read.apply(value.toString());
				}
				catch (RuntimeException ex) {
					// refused below, as every other value that is none
				}
			}
			throw new CoercingParseValueException("not a " + this.name + ": give " + this.form);
		}

		@Override
		public T parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
			Object value = switch (literal) {
				case StringValue text -> text.getValue();
				case IntValue number when number.getValue().bitLength() < 32 -> number.getValue().intValue();
				default -> literal;
			};
			try {
				return parseValue(value, context, locale);
			}
			catch (CoercingParseValueException ex) {
				throw new CoercingParseLiteralException(ex.getMessage());
			}
		}

	}

}
