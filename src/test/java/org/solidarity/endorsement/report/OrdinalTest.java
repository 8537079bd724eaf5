package org.solidarity.endorsement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.jooq.enums.Evidence;
import org.solidarity.platform.jooq.enums.RepresentationKind;
import org.solidarity.platform.jooq.enums.Stage;

class OrdinalTest {

	@Test
	void thoseOfOneDayShareAPlaceAndEachKindHasItsOwn() {
		assertThat(places(council("2008-04-21"), local("2008-01-01"), council("2008-02-12"), council("2009-06-10"),
				council("2008-04-21")))
			.containsExactlyInAnyOrder("1 of 1", "1 of 1", "2 of 2", "2 of 2", "4 of 1");
	}

	@Test
	void aMonthMakesTheDaysInItUncertainAndNoOthers() {
		assertThat(places(council("2008-01-31"), council("2008-02-12"),
				council("2008-02-29", DatePrecision.MONTH, "2008-02-01"), council("2008-03-01")))
			.containsExactlyInAnyOrder("1 of 1", "2 of 1, uncertain", "3 of 1, uncertain", "4 of 1");
	}

	@Test
	void aDayThatNobodyKnowsMakesAllBeforeItUncertain() {
		assertThat(places(council("2008-01-31"), council("2026-11-24", DatePrecision.UNKNOWN, null),
				council("2026-11-25"), local("2008-01-31")))
			.containsExactlyInAnyOrder("1 of 1, uncertain", "2 of 1, uncertain", "3 of 1", "1 of 1");
	}

	@Test
	void theOnlyOneIsTheFirstWheneverItWas() {
		assertThat(places(council("2026-11-24", DatePrecision.UNKNOWN, null))).containsExactly("1 of 1");
	}

	private static List<String> places(Endorsement... endorsements) {
		return Ordinal.number(List.of(endorsements))
			.stream()
			.map(Endorsement::ordinal)
			.map(place -> place.number() + " of " + place.sharedBy() + (place.certain() ? "" : ", uncertain"))
			.toList();
	}

	private static Endorsement council(String day) {
		return council(day, DatePrecision.DAY, day);
	}

	private static Endorsement council(String day, DatePrecision precision, @Nullable String earliest) {
		return of(BodyKind.CENTRAL_LABOR_COUNCIL, day, precision, earliest);
	}

	private static Endorsement local(String day) {
		return of(BodyKind.LOCAL_UNION, day, DatePrecision.DAY, day);
	}

	private static Endorsement of(BodyKind kind, String day, DatePrecision precision, @Nullable String earliest) {
		return new Endorsement(UUID.randomUUID(), UUID.randomUUID(), kind, Stage.ADOPTED, LocalDate.parse(day),
				precision, earliest == null ? null : LocalDate.parse(earliest), Evidence.CONFIRMED,
				new Representation(RepresentationKind.WITHOUT_COUNT, null, null), Ordinal.UNKNOWN);
	}

}
