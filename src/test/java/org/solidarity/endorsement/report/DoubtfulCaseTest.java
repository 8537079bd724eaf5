package org.solidarity.endorsement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.enums.BodyKind.CENTRAL_LABOR_COUNCIL;
import static org.solidarity.platform.jooq.enums.BodyKind.INTERMEDIATE_BODY;
import static org.solidarity.platform.jooq.enums.BodyKind.INTERNATIONAL_UNION;
import static org.solidarity.platform.jooq.enums.BodyKind.LOCAL_UNION;
import static org.solidarity.platform.jooq.enums.RelationType.AFFILIATED_TO;
import static org.solidarity.platform.jooq.enums.RelationType.CHARTERED_BY;
import static org.solidarity.platform.jooq.enums.RelationType.CONSTITUENT_OF;
import static org.solidarity.platform.jooq.enums.RelationType.SUCCESSOR_OF;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.solidarity.endorsement.Moment;
import org.solidarity.endorsement.report.EndorserProperties.Adoption;
import org.solidarity.endorsement.report.EndorserProperties.Count;
import org.solidarity.endorsement.report.EndorserProperties.Edge;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The cases of decision 0012, one by one. Bodies are told by their place in the list. */
@ApiTest
class DoubtfulCaseTest {

	/** Undoes what a test recorded. */
	private static final class Undo extends RuntimeException {

	}

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	@Autowired
	EndorsementRepository endorsements;

	@Test
	void aCouncilThatEndorsesTakesNothingFromItsLocals() {
		check(List.of(INTERNATIONAL_UNION, INTERMEDIATE_BODY, LOCAL_UNION),
				List.of(up(1, CHARTERED_BY, 0), up(2, CONSTITUENT_OF, 1)), List.of(0, 1, 2), List.of(1, 2),
				"{1=FEDERATION, 2=COUNTED}");
	}

	@Test
	void aCouncilIsLeftOutAlsoBelowAnEndorsingUnion() {
		check(List.of(INTERNATIONAL_UNION, INTERMEDIATE_BODY), List.of(up(1, CHARTERED_BY, 0)), List.of(0, 1),
				List.of(0, 1), "{0=COUNTED, 1=FEDERATION}");
	}

	@Test
	void aLocalIsCoveredThroughACouncilWhetherThatEndorsesOrNot() {
		var kinds = List.of(INTERNATIONAL_UNION, INTERMEDIATE_BODY, LOCAL_UNION);
		var edges = List.of(up(1, CHARTERED_BY, 0), up(2, CONSTITUENT_OF, 1));
		check(kinds, edges, List.of(0, 1, 2), List.of(0, 2), "{0=COUNTED, 2=COVERED by 0}");
		check(kinds, edges, List.of(0, 1, 2), List.of(0, 1, 2), "{0=COUNTED, 1=FEDERATION, 2=COVERED by 0}");
	}

	@Test
	void anAffiliateIsNotBelowItsCouncil() {
		check(List.of(CENTRAL_LABOR_COUNCIL, LOCAL_UNION), List.of(up(1, AFFILIATED_TO, 0)), List.of(0, 1),
				List.of(0, 1), "{0=FEDERATION, 1=COUNTED}");
	}

	@Test
	void aUnionWithoutACountStandsForItsLocalsAllTheSame() {
		check(List.of(INTERNATIONAL_UNION, LOCAL_UNION, LOCAL_UNION),
				List.of(up(1, CHARTERED_BY, 0), up(2, CHARTERED_BY, 0)), List.of(1), List.of(0, 1, 2),
				"{0=WITHOUT_COUNT, 1=COVERED by 0, 2=COVERED by 0}");
	}

	@Test
	void theUppermostStandsForAllBelow() {
		check(List.of(INTERNATIONAL_UNION, LOCAL_UNION, LOCAL_UNION),
				List.of(up(1, CHARTERED_BY, 0), up(2, CHARTERED_BY, 1)), List.of(0, 1, 2), List.of(0, 1, 2),
				"{0=COUNTED, 1=COVERED by 0, 2=COVERED by 0}");
	}

	@Test
	void aBodyThatWentIntoAnotherOneThatEndorsesIsThatOne() {
		var kinds = List.of(LOCAL_UNION, LOCAL_UNION);
		var merged = List.of(new Edge(0, 1, SUCCESSOR_OF, 0, null));
		check(kinds, merged, List.of(0, 1), List.of(0, 1), "{0=COUNTED}");
		check(kinds, merged, List.of(0, 1), List.of(1), "{1=COUNTED}");
		check(kinds, List.of(new Edge(0, 1, SUCCESSOR_OF, 1, null)), List.of(0, 1), List.of(0, 1),
				"{0=COUNTED, 1=COUNTED}");
	}

	@Test
	void whatAboveWentIntoAnotherIsThatOne() {
		var kinds = List.of(INTERNATIONAL_UNION, INTERNATIONAL_UNION, LOCAL_UNION);
		var edges = List.of(new Edge(0, 1, SUCCESSOR_OF, -1, null), up(2, CHARTERED_BY, 1));
		check(kinds, edges, List.of(0, 1, 2), List.of(0, 2), "{0=COUNTED, 2=COVERED by 0}");
		check(kinds, edges, List.of(0, 1, 2), List.of(0, 1, 2), "{0=COUNTED, 2=COVERED by 0}");
		check(kinds, edges, List.of(0, 1, 2), List.of(1, 2), "{1=COUNTED, 2=COVERED by 1}");
	}

	@Test
	void aUnionThatWentIntoItsLocalIsTheLocal() {
		check(List.of(INTERNATIONAL_UNION, LOCAL_UNION),
				List.of(up(1, CHARTERED_BY, 0), new Edge(1, 0, SUCCESSOR_OF, 0, null)), List.of(0, 1), List.of(0, 1),
				"{1=COUNTED}");
	}

	@Test
	void twoBodiesThatSucceedEachOtherCountOnce() {
		check(List.of(LOCAL_UNION, LOCAL_UNION),
				List.of(new Edge(0, 1, SUCCESSOR_OF, null, null), new Edge(1, 0, SUCCESSOR_OF, null, null)),
				List.of(0, 1), List.of(0, 1), "{0=COUNTED}");
	}

	@Test
	void aBodyThatEndorsesTwiceCountsOnce() {
		check(List.of(LOCAL_UNION), List.of(), List.of(0), List.of(0, 0), "{0=COUNTED}");
	}

	private static Edge up(int from, RelationType type, int to) {
		return new Edge(from, to, type, null, null);
	}

	/**
	 * @param counted the bodies that have a count
	 * @param endorsing the bodies that endorse, once for each time
	 */
	private void check(List<BodyKind> kinds, List<Edge> edges, List<Integer> counted, List<Integer> endorsing,
			String expected) {
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM, () -> {
			var movement = new RandomMovement(this.sql, kinds, edges,
					counted.stream().map(body -> new Count(body, 0, 100)).toList(),
					endorsing.stream().map(body -> new Adoption(body, 0)).toList());
			Map<Integer, String> answers = new TreeMap<>();
			this.endorsements
				.all(Viewer.SYSTEM, List.of(new Shown.Key(movement.campaign, EndorserProperties.DAY)), Moment.EVER)
				.get(movement.campaign)
				.forEach(one -> answers.put(movement.bodies.indexOf(one.bodyId()),
						one.representation().how() + (one.representation().coveredById() == null ? ""
								: " by " + movement.bodies.indexOf(one.representation().coveredById()))));
			assertThat(answers).hasToString(expected);
			throw new Undo();
		})).isInstanceOf(Undo.class);
	}

}
