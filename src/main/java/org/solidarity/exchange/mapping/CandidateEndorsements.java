package org.solidarity.exchange.mapping;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.load.ImportedEndorsement;
import org.solidarity.exchange.file.Column;
import org.solidarity.exchange.file.Row;
import org.solidarity.organization.load.ImportedBody.Place;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.Stage;
import org.springframework.stereotype.Component;

/**
 * Who spoke for whom before the San Francisco elections of June 2016: a row for each
 * endorser and candidate. Each candidate is a campaign, named by category and candidate.
 * Yes is an endorsement; No is a decision against it; Abstain is a decision put off, with
 * no word for or against; NA is a body that was there to be asked and did not speak: a
 * target, and no proceeding.
 */
@Component
class CandidateEndorsements implements Mapping {

	private static final Place SAN_FRANCISCO = new Place("US", "US-CA", "San Francisco");

	private static final String SOURCE = "San Francisco endorsements of June 2016";

	private static final Pattern LOCAL = Pattern.compile(".*\\bLocal \\d+|United Educators .*");

	@Override
	public String name() {
		return "sf-endorsements";
	}

	@Override
	public List<Column> columns() {
		return List.of(Column.required("endorser"), Column.required("category"), Column.required("candidate"),
				Column.required("endorsement"));
	}

	@Override
	public Map<String, String> parts() {
		return Map.of("name", "endorser", "identifier", "endorser", "campaign", "candidate");
	}

	@Override
	public Understood understand(Row row, Days days) {
		String name = row.required("endorser");
		var endorser = Endorser.of(kind(name), name, SAN_FRANCISCO, SOURCE);
		String word = row.required("endorsement");
		Stage stage = stage(row, word);
		return Understood.endorsements(List.of(endorser.body()),
				List.of(new ImportedEndorsement(row.line(), row.required("category") + ": " + row.required("candidate"),
						endorser.identity(), stage, null, DatePrecision.UNKNOWN, days.undated(), null, SOURCE, null,
						word)));
	}

	private static @Nullable Stage stage(Row row, String word) {
		return switch (word) {
			case "Yes" -> Stage.ADOPTED;
			case "No" -> Stage.DEFEATED;
			case "Abstain" -> Stage.TABLED;
			case "NA" -> null;
			default -> throw row.rejected("endorsement", word, "this is none of Yes, No, Abstain and NA");
		};
	}

	private static BodyKind kind(String name) {
		if (LOCAL.matcher(name).matches()) {
			return BodyKind.LOCAL_UNION;
		}
		return name.endsWith("Labor Council") ? BodyKind.CENTRAL_LABOR_COUNCIL
				: name.startsWith("National Union") ? BodyKind.NATIONAL_UNION : BodyKind.OTHER;
	}

}
