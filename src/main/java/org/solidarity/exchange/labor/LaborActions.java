package org.solidarity.exchange.labor;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.load.ImportedAction;
import org.solidarity.exchange.file.Column;
import org.solidarity.exchange.file.Row;
import org.solidarity.exchange.mapping.Endorser;
import org.solidarity.exchange.mapping.Mapping;
import org.solidarity.exchange.mapping.UsStates;
import org.solidarity.organization.load.ImportedBody.Place;
import org.solidarity.platform.jooq.enums.ActionKind;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.springframework.stereotype.Component;

/**
 * Labor actions as reporters tell of them, a row for each report: two rows about one
 * action may tell two sizes.
 */
@Component
class LaborActions implements Mapping {

	private static final String CAMPAIGN = "Reported labor actions";

	private static final String ORGANIZATIONS = "organizations";

	private static final Map<String, ActionKind> KINDS = Map.of("rally", ActionKind.RALLY, "day of action",
			ActionKind.RALLY, "picket", ActionKind.PICKET, "march", ActionKind.MARCH, "vigil", ActionKind.VIGIL,
			"strike", ActionKind.STRIKE);

	private static final Pattern LOCAL = Pattern.compile(".*\\bLocal \\d+.*|[A-Z]+ \\d\\w*");

	private static final Pattern ACRONYM = Pattern.compile("[A-Z][A-Z /]+");

	private static final Pattern CROWD = Pattern.compile("(many )?unions( and .*)?|community groups");

	@Override
	public String name() {
		return "labor-actions";
	}

	@Override
	public List<Column> columns() {
		return List.of(Column.required("date"), Column.required("locality"), Column.required("state"),
				Column.optional("venue"), Column.required("type"), Column.required("title"),
				Column.required(ORGANIZATIONS), Column.optional("participants"), Column.optional("participants_text"),
				Column.required("source"));
	}

	@Override
	public Map<String, String> parts() {
		return Map.of("name", ORGANIZATIONS, "identifier", ORGANIZATIONS);
	}

	@Override
	public Understood understand(Row row, Days days) {
		String type = row.required("type");
		ActionKind kind = KINDS.get(type);
		if (kind == null) {
			throw row.rejected("type", type, "this is no kind of action; nothing is recorded");
		}
		LocalDate day = row.day("date", days.today());
		if (day == null) {
			throw row.rejected("date", row.text("date"), "no day is told; nothing is recorded");
		}
		if (Objects.requireNonNullElse(row.text("participants_text"), "").contains("day of the report")) {
			row.doubt("date", row.text("date"), "this is the day of the report; recorded as that of the action");
		}
		String title = row.required("title");
		if (title.length() > 300) {
			throw row.rejected("title", title.substring(0, 50) + "…", "the title is longer than 300 characters");
		}
		String state = row.text("state");
		String locality = row.required("locality");
		var place = new Place("US", state == null ? null : UsStates.region(state),
				locality.startsWith("(") ? null : locality);
		String source = row.required("source");
		var organizers = organizers(row, place, source);
		return Understood.action(organizers.stream().map(Endorser::body).toList(),
				new ImportedAction(row.line(), CAMPAIGN, kind, title, day, timeZone(row, state), place,
						row.text("venue"), organizers.stream().map(Endorser::identity).toList(), source,
						Sizes.of(row, source), ORGANIZATIONS));
	}

	private static String timeZone(Row row, @Nullable String state) {
		String zone = state == null ? null : UsStates.timeZone(state);
		if (state != null && zone == null) {
			row.doubt("state", state, "this state is not known; its day is taken by the clocks of New York");
		}
		return zone != null ? zone : "America/New_York";
	}

	private static List<Endorser> organizers(Row row, Place place, String source) {
		String names = row.text(ORGANIZATIONS);
		return names == null ? List.of() : Arrays.stream(names.split("\\s*;\\s*")).filter(name -> {
			boolean crowd = CROWD.matcher(name).matches();
			if (crowd) {
				row.doubt(ORGANIZATIONS, name, "this names no body; left out");
			}
			return !crowd && !name.isEmpty();
		}).map(name -> {
			BodyKind kind = kind(name);
			boolean ofThePlace = kind == BodyKind.LOCAL_UNION || kind == BodyKind.CENTRAL_LABOR_COUNCIL;
			return Endorser.of(kind, name, ofThePlace ? place : new Place("US", null, null), source);
		}).toList();
	}

	private static BodyKind kind(String name) {
		if (LOCAL.matcher(name).matches()) {
			return BodyKind.LOCAL_UNION;
		}
		if (name.endsWith("Council AFL-CIO") || name.endsWith("Labor Council")) {
			return BodyKind.CENTRAL_LABOR_COUNCIL;
		}
		return name.equals("AFL-CIO") ? BodyKind.NATIONAL_CENTER
				: ACRONYM.matcher(name).matches() ? BodyKind.NATIONAL_UNION : BodyKind.OTHER;
	}

}
