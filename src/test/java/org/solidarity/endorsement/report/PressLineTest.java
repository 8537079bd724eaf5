package org.solidarity.endorsement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.solidarity.endorsement.Moment;
import org.solidarity.endorsement.report.EndorsementReport.Cell;
import org.solidarity.platform.Refused;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.RepresentationKind;

class PressLineTest {

	@Test
	void nobody() {
		check("not yet endorsed by any organization", "todavía sin el respaldo de ninguna organización");
	}

	@Test
	void oneLocalInOneState() {
		check("endorsed by 1 union organization in 1 state, representing 1 member",
				"con el respaldo de 1 organización sindical en 1 estado, que representa a 1 miembro",
				local(1, "US", "US-NY", 1L));
	}

	@Test
	void theLineOfTheField() {
		check("endorsed by 1,225 union organizations and 2 other organizations in 2 states and 1 other country, including "
				+ "142 central labor councils and area labor federations and 40 state federations, representing 1,234,567 members",
				"con el respaldo de 1.225 organizaciones sindicales y 2 organizaciones más en 2 estados y 1 país más, entre ellas "
						+ "142 consejos sindicales centrales y federaciones sindicales de área y 40 federaciones estatales, que representan a 1.234.567 miembros",
				local(1042, "US", "US-NY", 1_234_567L), of(BodyKind.CENTRAL_LABOR_COUNCIL, 140, "US", "US-TX"),
				of(BodyKind.AREA_LABOR_FEDERATION, 2, "US", "US-TX"), of(BodyKind.STATE_FEDERATION, 40, "US", "US-TX"),
				local(1, "CA", "CA-QC", null, RepresentationKind.COVERED), of(BodyKind.FAITH_GROUP, 2, "US", "US-NY"));
	}

	@Test
	void noStateIsTheDistrictNorATerritory() {
		check("endorsed by 3 union organizations in the District of Columbia and 2 territories",
				"con el respaldo de 3 organizaciones sindicales en el Distrito de Columbia y 2 territorios",
				local(1, "US", "US-DC", 0L), local(1, "US", "US-PR", 0L), local(1, "US", "US-GU", 0L));
	}

	@Test
	void whereSomePlacesAreNotKnownThereAreAtLeastSoMany() {
		check("endorsed by 2 union organizations in at least 1 state, representing at least 10 members",
				"con el respaldo de 2 organizaciones sindicales en al menos 1 estado, que representan al menos a 10 miembros",
				local(1, "US", "US-NY", 10L), local(1, "US", null, null, RepresentationKind.WITHOUT_COUNT));
		check("endorsed by 3 union organizations in at least 2 countries",
				"con el respaldo de 3 organizaciones sindicales en al menos 2 países", local(1, "BR", null, 0L),
				local(1, "US", null, 0L), local(1, null, null, 0L));
	}

	@Test
	void oneCountryAloneAndNoPlaceAreNotTold() {
		check("endorsed by 2 union organizations", "con el respaldo de 2 organizaciones sindicales",
				local(2, "CA", "CA-QC", 0L));
		check("endorsed by 2 organizations", "con el respaldo de 2 organizaciones",
				of(BodyKind.COMMUNITY_GROUP, 2, null, null));
	}

	@Test
	void oneCouncilIsNoFederation() {
		check("endorsed by 1 union organization in 1 state, including 1 central labor council",
				"con el respaldo de 1 organización sindical en 1 estado, entre ellas 1 consejo sindical central",
				of(BodyKind.CENTRAL_LABOR_COUNCIL, 1, "US", "US-TX"));
	}

	@Test
	void aRegionWritesNumbersInItsWay() {
		var report = report(local(2, "MX", null, 12_000L));
		assertThat(PressLine.of(report, "es-MX"))
			.isEqualTo("con el respaldo de 2 organizaciones sindicales, que representan a 12,000 miembros");
		assertThat(PressLine.of(report, "en-IN")).endsWith("12,000 members");
		assertThatThrownBy(() -> PressLine.of(report, "de")).isInstanceOf(Refused.class)
			.hasMessageContaining("allowed: en and es");
	}

	private static void check(String english, String spanish, Cell... cells) {
		assertThat(PressLine.of(report(cells), "en")).isEqualTo(english);
		assertThat(PressLine.of(report(cells), "es")).isEqualTo(spanish);
	}

	private static EndorsementReport report(Cell... cells) {
		return new EndorsementReport(new UUID(0, 1), new Moment(LocalDate.of(2025, 6, 30), null), List.of(cells), null);
	}

	private static Cell local(int bodies, @Nullable String country, @Nullable String region, @Nullable Long members) {
		return local(bodies, country, region, members, RepresentationKind.COUNTED);
	}

	private static Cell local(int bodies, @Nullable String country, @Nullable String region, @Nullable Long members,
			RepresentationKind how) {
		return new Cell(BodyKind.LOCAL_UNION, country, region, how, bodies, members, null);
	}

	private static Cell of(BodyKind kind, int bodies, @Nullable String country, @Nullable String region) {
		return new Cell(kind, country, region, RepresentationKind.FEDERATION, bodies, null, null);
	}

}
