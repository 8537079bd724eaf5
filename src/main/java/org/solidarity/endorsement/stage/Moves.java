package org.solidarity.endorsement.stage;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.Stage;

/**
 * The moves that a proceeding may make. Before a decision it goes forward, over as many
 * stages as were skipped, or to a decision; tabled or referred, it may be taken up again
 * from committee on; decided, it can only be rescinded, overridden or expire.
 */
final class Moves {

	private static final Set<Stage> ENDINGS = EnumSet.of(Stage.RESCINDED, Stage.OVERRIDDEN, Stage.EXPIRED);

	private static final Set<Stage> DECIDED = EnumSet.of(Stage.ADOPTED, Stage.ADOPTED_AS_AMENDED, Stage.DEFEATED);

	private static final Set<Stage> SUSPENDED = EnumSet.of(Stage.TABLED, Stage.REFERRED);

	private Moves() {
	}

	/**
	 * @param stage null for a proceeding to which nothing has happened
	 */
	static Set<Stage> from(@Nullable Stage stage) {
		return Arrays.stream(Stage.values())
			.filter(next -> allowed(stage, next))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));
	}

	private static boolean allowed(@Nullable Stage stage, Stage next) {
		if (ENDINGS.contains(next)) {
			return stage != null && DECIDED.contains(stage);
		}
		if (stage == null) {
			return true;
		}
		if (SUSPENDED.contains(stage)) {
			return next.compareTo(Stage.IN_COMMITTEE) >= 0 && next != stage;
		}
		return stage.compareTo(Stage.SCHEDULED) <= 0 && next.compareTo(stage) > 0;
	}

	/**
	 * @throws Invalid MOVE_NOT_ALLOWED, with the moves that are
	 */
	static void check(@Nullable Stage stage, Stage next, String... path) {
		var allowed = from(stage);
		if (!allowed.contains(next)) {
			throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED,
					"The proceeding is " + stage + " and cannot become " + next + "; allowed: " + (allowed.isEmpty()
							? "nothing" : allowed.stream().map(Stage::name).collect(Collectors.joining(", "))) + ".",
					path);
		}
	}

}
