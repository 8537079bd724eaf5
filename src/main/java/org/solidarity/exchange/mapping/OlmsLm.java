package org.solidarity.exchange.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.solidarity.exchange.file.Column;
import org.solidarity.exchange.file.Row;
import org.solidarity.organization.load.ImportedBody;
import org.solidarity.organization.load.ImportedBody.Count;
import org.solidarity.organization.load.ImportedBody.Designation;
import org.solidarity.organization.load.ImportedBody.Identity;
import org.solidarity.organization.load.ImportedBody.Parent;
import org.solidarity.organization.load.ImportedBody.Place;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.BodyStatus;
import org.solidarity.platform.jooq.enums.CountBasis;
import org.solidarity.platform.jooq.enums.RelationType;
import org.springframework.stereotype.Component;

/**
 * Labor organization annual reports (LM-2 to LM-5) of the US Department of Labor. The
 * file number is the body; affiliation and number are not, since several locals share
 * them.
 */
@Component
class OlmsLm implements BodyMapping {

	private static final String SOURCE = "US DOL OLMS LM filing, file number ";

	/** Affiliations that are no union. */
	private static final Set<String> INDEPENDENT = Set.of("UNAFF", "OCC");

	private static final Pattern FILE_NUMBER = Pattern.compile("0*([1-9]\\d{0,8})(\\.0)?");

	private final Map<String, ImportedBody> unions = new ConcurrentHashMap<>();

	@Override
	public String name() {
		return "olms-lm";
	}

	@Override
	public List<Column> columns() {
		return List.of(Column.required("f_num"), Column.required("union_name"), Column.required("aff_abbr"),
				Column.required("desig_name"), Column.required("desig_num"), Column.optional("desiq_pre", "desig_pre"),
				Column.optional("desig_suf"), Column.optional("unit_name"), Column.optional("members"),
				Column.optional("city"), Column.optional("state"), Column.optional("zip"), Column.optional("term_date"),
				Column.optional("terminate"), Column.optional("pd_covered_to"));
	}

	@Override
	public Map<String, String> parts() {
		return Map.of("identifier", "f_num", "name", "union_name", "designation", "desig_num", "parent", "aff_abbr",
				"status", "term_date", "count", "members");
	}

	@Override
	public ImportedBody map(Row row, Days days) {
		String number = fileNumber(row);
		String union = row.required("union_name");
		String abbreviation = row.required("aff_abbr").toUpperCase(Locale.ROOT);
		String code = row.text("desig_name");
		var ended = row.day("term_date", days.today().plusYears(1));
		boolean active = ended == null && !"T".equalsIgnoreCase(row.text("terminate"));
		var identity = new Identity("OLMS_FNUM", number, true);
		var status = active ? BodyStatus.ACTIVE : BodyStatus.INACTIVE;
		var place = UsPlace.of(row);
		var count = count(row, days, active);
		if (OlmsDesignation.HEADQUARTERS.equals(code)) {
			var listed = OlmsAffiliation.of(abbreviation);
			return new ImportedBody(identity, new Identity("OLMS_AFFILIATION", abbreviation, true), true, listed.kind(),
					listed.name() != null ? listed.name() : union, acronym(abbreviation), null, null, null, status,
					place, null, null, count, SOURCE + number);
		}
		var kind = designation(row, code);
		var designation = new Designation(abbreviation, kind.word().isEmpty() ? null : kind.word(),
				row.text("desiq_pre"), number(row), row.text("desig_suf"), row.text("unit_name"));
		boolean independent = INDEPENDENT.contains(abbreviation);
		String name = localName(independent ? union : acronym(abbreviation), designation);
		if (name.length() > 500) {
			throw row.rejected("unit_name", name.substring(0, 50) + "…", "the name is longer than 500 characters");
		}
		var parent = independent ? null : new Parent(RelationType.CHARTERED_BY, union(abbreviation, union),
				ended != null ? ended.plusDays(1) : null);
		return new ImportedBody(identity, null, false, kind.kind(), name, null, null, null, designation, status, place,
				null, parent, count, SOURCE + number);
	}

	private static String fileNumber(Row row) {
		String given = row.required("f_num");
		var number = FILE_NUMBER.matcher(given);
		if (!number.matches()) {
			throw row.rejected("f_num", given, "this is not a file number");
		}
		return number.group(1);
	}

	/** A number of 0 is the file's way to say none. */
	private static @Nullable String number(Row row) {
		String number = row.text("desig_num");
		return "0".equals(number) ? null : number;
	}

	private static OlmsDesignation designation(Row row, @Nullable String code) {
		if (code == null) {
			return new OlmsDesignation("", BodyKind.LOCAL_UNION);
		}
		var known = OlmsDesignation.of(code.toUpperCase(Locale.ROOT));
		if (known == null) {
			row.doubt("desig_name", code, "this designation is not known; taken as a local union");
			return new OlmsDesignation(code, BodyKind.LOCAL_UNION);
		}
		return known;
	}

	/**
	 * The last day of the period that the report covers. That nobody is left is believed
	 * of a union that ended, and taken for "not reported" of any other.
	 */
	private static @Nullable Count count(Row row, Days days, boolean active) {
		Integer members = row.people("members");
		var asOf = row.day("pd_covered_to", days.today());
		if (members == null) {
			return null;
		}
		if (members == 0 && active) {
			row.doubt("members", "0", "nobody, in a report that is not the last one; taken as not reported");
			return null;
		}
		if (asOf == null) {
			row.doubt("pd_covered_to", row.text("pd_covered_to"),
					"the count has no day; recorded as of the day of the file");
		}
		return new Count(members, asOf != null ? asOf : days.undated(), asOf != null, CountBasis.REPORTED);
	}

	private static String acronym(String abbreviation) {
		String known = OlmsAffiliation.of(abbreviation).acronym();
		return known != null ? known : abbreviation;
	}

	private static String localName(String union, Designation local) {
		String number = Stream.of(local.prefix(), local.number(), local.suffix())
			.filter(part -> part != null)
			.reduce("", String::concat);
		String name = Stream.of(union, local.name(), number)
			.filter(part -> part != null && !part.isEmpty())
			.reduce((left, right) -> left + " " + right)
			.orElse(union);
		return local.unitName() != null ? name + ", " + local.unitName() : name;
	}

	/**
	 * The national union that locals are chartered by: by its own name where that is
	 * known, else by the name that the filings use for all of its locals.
	 */
	private ImportedBody union(String abbreviation, String union) {
		return this.unions.computeIfAbsent(abbreviation, unseen -> {
			var listed = OlmsAffiliation.of(abbreviation);
			return new ImportedBody(new Identity("OLMS_AFFILIATION", abbreviation, true),
					listed.fileNumber() != null ? new Identity("OLMS_FNUM", listed.fileNumber(), true) : null, true,
					listed.kind(), listed.name() != null ? listed.name() : union, acronym(abbreviation), null, null,
					null, BodyStatus.ACTIVE, Place.UNKNOWN, null, null, null,
					"named by the LM filings of its locals (US DOL OLMS)");
		});
	}

}
