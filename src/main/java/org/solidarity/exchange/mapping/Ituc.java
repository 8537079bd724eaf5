package org.solidarity.exchange.mapping;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.solidarity.exchange.file.Column;
import org.solidarity.exchange.file.Row;
import org.solidarity.organization.load.ImportedBody;
import org.solidarity.organization.load.ImportedBody.Count;
import org.solidarity.organization.load.ImportedBody.Identity;
import org.solidarity.organization.load.ImportedBody.Parent;
import org.solidarity.organization.load.ImportedBody.Place;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.BodyStatus;
import org.solidarity.platform.jooq.enums.CountBasis;
import org.solidarity.platform.jooq.enums.RelationType;
import org.springframework.stereotype.Component;

/**
 * National centres of the International Trade Union Confederation, with acronym and
 * members inside the description. A centre is found by the article that the row comes
 * from, else by country and name.
 */
@Component
class Ituc implements BodyMapping {

	private static final String SOURCE = "ITUC list of affiliates";

	private static final ImportedBody CONFEDERATION = new ImportedBody(null, null, true,
			BodyKind.GLOBAL_UNION_FEDERATION, "International Trade Union Confederation", "ITUC", null, null, null,
			BodyStatus.ACTIVE, Place.UNKNOWN, null, null, null, SOURCE);

	/** ISO 3166-1, and the code that is in use for Kosovo. */
	private static final Set<String> COUNTRIES = Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
		.collect(Collectors.toUnmodifiableSet());

	private static final Pattern WEBSITE = Pattern.compile("https?://\\S{1,490}");

	@Override
	public String name() {
		return "ituc";
	}

	@Override
	public List<Column> columns() {
		return List.of(Column.required("name"), Column.required("country_code"), Column.required("description"),
				Column.optional("city"), Column.optional("website"), Column.optional("source_id"),
				Column.optional("last_filing_year"));
	}

	@Override
	public Map<String, String> parts() {
		return Map.of("identifier", "source_id", "name", "name", "parent", "source", "count", "description");
	}

	@Override
	public ImportedBody map(Row row, Days days) {
		String name = row.required("name");
		String country = row.required("country_code").toUpperCase(Locale.ROOT);
		if (!COUNTRIES.contains(country)) {
			throw row.rejected("country_code", country, "this is not an ISO 3166-1 country code");
		}
		var description = ItucDescription.of(row);
		String language = NameLanguage.of(name);
		return new ImportedBody(article(row), null, true, BodyKind.NATIONAL_CENTER, name, description.acronym(),
				language != null ? name : null, language, null, BodyStatus.ACTIVE,
				new Place(country, null, row.text("city")), website(row),
				new Parent(RelationType.AFFILIATED_TO, CONFEDERATION, null), count(row, description, days), SOURCE);
	}

	private static @Nullable Identity article(Row row) {
		String id = row.text("source_id");
		return id != null && id.startsWith("wp:") && id.length() > 3 && id.length() <= 200
				? new Identity("WIKIPEDIA", id.substring(3), false) : null;
	}

	private static @Nullable String website(Row row) {
		String website = row.text("website");
		if (website == null || WEBSITE.matcher(website).matches()) {
			return website;
		}
		row.doubt("website", website, "this is not an http address; left out");
		return null;
	}

	private static @Nullable Count count(Row row, ItucDescription description, Days days) {
		if (description.members() == null) {
			return null;
		}
		Integer year = description.year() != null ? description.year() : row.people("last_filing_year");
		LocalDate asOf = year != null && year >= 1900 && year < days.today().getYear() ? LocalDate.of(year, 12, 31)
				: null;
		if (asOf == null) {
			row.doubt("description", description.members().toString(),
					"the count has no year; recorded as of the day of the file");
		}
		return new Count(description.members(), asOf != null ? asOf : days.undated(), asOf != null,
				CountBasis.SELF_REPORTED);
	}

}
