package org.solidarity.endorsement.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.jooq.enums.Stage;

/** The moves against the table of the domain, written down stage by stage. */
class MovesTest {

	private static final String OUTCOMES = "ADOPTED ADOPTED_AS_AMENDED DEFEATED TABLED REFERRED WITHDRAWN RULED_OUT_OF_ORDER COMBINED";

	static String allowedAfter(Stage stage) {
		return stage == null ? "IDENTIFIED CONTACTED INTRODUCED IN_COMMITTEE RECOMMENDED SCHEDULED " + OUTCOMES
				: switch (stage) {
					case IDENTIFIED -> "CONTACTED INTRODUCED IN_COMMITTEE RECOMMENDED SCHEDULED " + OUTCOMES;
					case CONTACTED -> "INTRODUCED IN_COMMITTEE RECOMMENDED SCHEDULED " + OUTCOMES;
					case INTRODUCED -> "IN_COMMITTEE RECOMMENDED SCHEDULED " + OUTCOMES;
					case IN_COMMITTEE -> "RECOMMENDED SCHEDULED " + OUTCOMES;
					case RECOMMENDED -> "SCHEDULED " + OUTCOMES;
					case SCHEDULED -> OUTCOMES;
					case ADOPTED, ADOPTED_AS_AMENDED, DEFEATED -> "RESCINDED OVERRIDDEN EXPIRED";
					case TABLED -> "IN_COMMITTEE RECOMMENDED SCHEDULED " + OUTCOMES.replace("TABLED ", "");
					case REFERRED -> "IN_COMMITTEE RECOMMENDED SCHEDULED " + OUTCOMES.replace("REFERRED ", "");
					case WITHDRAWN, RULED_OUT_OF_ORDER, COMBINED, RESCINDED, OVERRIDDEN, EXPIRED -> "";
				};
	}

	@Property
	void anySequenceGoesAsFarAsTheTableLetsIt(@ForAll @Size(max = 12) List<Stage> wanted) {
		Stage stage = null;
		List<Stage> endorsed = new ArrayList<>();
		for (Stage next : wanted) {
			Stage now = stage;
			if (Set.of(allowedAfter(now).split(" ")).contains(next.name())) {
				Moves.check(now, next, "input");
				stage = next;
				endorsed.add(next);
			}
			else {
				assertThatThrownBy(() -> Moves.check(now, next, "input")).isInstanceOf(Invalid.class)
					.hasMessageContaining("MOVE_NOT_ALLOWED");
			}
		}
		assertThat(endorsed.stream().filter(one -> one.name().startsWith("ADOPTED")).count()).isLessThanOrEqualTo(1);
	}

}
