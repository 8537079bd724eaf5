package org.solidarity.exchange.mapping;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.endorsement.load.ImportedEndorsement;
import org.solidarity.exchange.file.Column;
import org.solidarity.exchange.file.Row;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.DecisionBody;
import org.solidarity.platform.jooq.enums.Stage;
import org.springframework.stereotype.Component;

/**
 * Documented endorsements, a row for each, with campaign, stance, day or month and
 * source. A row may name two locals. A day that is only the day of the report is no day
 * of the endorsement, but the last on which it can have been.
 */
@Component
class UnionEndorsements implements Mapping {

	private static final Pattern TWO_LOCALS = Pattern.compile("(.*\\S) Local (\\S+) & Local (\\S+)");

	private static final Pattern STATE_ONLY = Pattern.compile("([A-Z]{2})(-DC)? State AFL-CIO");

	private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

	private static final Pattern OF_THE_REPORT = Pattern.compile(".*\\b(reported on|as of) that date.*");

	private static final Pattern BY = Pattern.compile(".*\\b(?:as of|before) (\\d{4}-\\d{2}-\\d{2}).*");

	private static final Pattern HTTP = Pattern.compile("https?://");

	private static final Map<String, BodyKind> KINDS = Map.of("state_federation", BodyKind.STATE_FEDERATION,
			"national_union", BodyKind.NATIONAL_UNION, "local", BodyKind.LOCAL_UNION, "labor_council",
			BodyKind.CENTRAL_LABOR_COUNCIL, "state_council", BodyKind.INTERMEDIATE_BODY, "regional_body",
			BodyKind.INTERMEDIATE_BODY, "state_body", BodyKind.INTERMEDIATE_BODY, "network", BodyKind.COALITION,
			"federation", BodyKind.NATIONAL_CENTER);

	@Override
	public String name() {
		return "endorsements";
	}

	@Override
	public List<Column> columns() {
		return List.of(Column.required("endorser"), Column.required("endorser_type"), Column.required("place"),
				Column.required("campaign"), Column.required("stance"), Column.required("date"),
				Column.required("source"), Column.optional("remark"));
	}

	@Override
	public Map<String, String> parts() {
		return Map.of("name", "endorser", "identifier", "endorser");
	}

	@Override
	public Understood understand(Row row, Days days) {
		String type = row.required("endorser_type");
		BodyKind kind = KINDS.getOrDefault(type, BodyKind.OTHER);
		if (!KINDS.containsKey(type)) {
			row.doubt("endorser_type", type, "this does not tell what the body is; recorded as OTHER");
		}
		var place = EndorserPlace.of(row);
		String source = row.required("source");
		String host = host(source);
		String from = host != null ? host : source;
		var endorsers = names(row).stream().map(name -> Endorser.of(kind, name, place, from)).toList();
		if (host == null && source.contains("://")) {
			row.doubt("source", source, "this is no address that can be followed; recorded as the name of the source");
		}
		var when = when(row, days);
		return Understood.endorsements(endorsers.stream().map(Endorser::body).toList(),
				endorsers.stream()
					.map(endorser -> endorsement(row, when, endorser, from, host != null ? source : null))
					.toList());
	}

	private static List<String> names(Row row) {
		String name = row.required("endorser");
		var two = TWO_LOCALS.matcher(name);
		if (two.matches()) {
			row.doubt("endorser", name, "the row names two locals; each is recorded");
			return List.of(two.group(1) + " Local " + two.group(2), two.group(1) + " Local " + two.group(3));
		}
		var state = STATE_ONLY.matcher(name);
		return List.of(
				state.matches() && UsStates.name(state.group(1)) != null
						? UsStates.name(state.group(1))
								+ (state.group(2) != null ? " State and District of Columbia" : "") + " AFL-CIO"
						: name);
	}

	private static ImportedEndorsement endorsement(Row row, When when, Endorser endorser, String source,
			@Nullable String address) {
		String stance = row.required("stance");
		Stage stage = switch (stance) {
			case "endorse", "sign", "own_statement", "own_resolution", "initiate" -> Stage.ADOPTED;
			case "oppose" -> Stage.DEFEATED;
			default -> throw row.rejected("stance", stance, "this is no stance that is known");
		};
		String remark = row.text("remark");
		return new ImportedEndorsement(row.line(), row.required("campaign"), endorser.identity(), stage, when.day(),
				when.precision(), when.atLatest(),
				stance.equals("own_statement") ? DecisionBody.OFFICER_STATEMENT : null, source, address,
				remark == null ? stance : stance + "; " + remark);
	}

	/**
	 * When it happened.
	 *
	 * @param atLatest the last day on which it can have been, where the day is not known
	 */
	private record When(@Nullable LocalDate day, DatePrecision precision, @Nullable LocalDate atLatest) {
	}

	private static When when(Row row, Days days) {
		String remark = row.text("remark");
		String date = row.text("date");
		boolean month = date != null && MONTH.matcher(date).matches();
		LocalDate day = month ? row.month("date", date, days.today()) : row.day("date", days.today());
		if (day == null) {
			return new When(null, DatePrecision.UNKNOWN, latest(row, remark, days));
		}
		return remark != null && OF_THE_REPORT.matcher(remark).matches() ? new When(null, DatePrecision.UNKNOWN, day)
				: new When(day, month ? DatePrecision.MONTH : DatePrecision.DAY, null);
	}

	/** The day that the remark gives, else that of the file. */
	private static LocalDate latest(Row row, @Nullable String remark, Days days) {
		var by = BY.matcher(remark == null ? "" : remark);
		LocalDate told = by.matches() ? row.day("remark", by.group(1), days.today()) : null;
		return told != null ? told : days.undated();
	}

	/** The site that an address leads to; null where the source is none. */
	private static @Nullable String host(String source) {
		try {
			return HTTP.matcher(source).lookingAt() && source.length() <= 2000 ? URI.create(source).getHost() : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
