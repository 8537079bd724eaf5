package org.solidarity.endorsement.stage;

import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Stage;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** A mutation for each act: what it is called is where the proceeding goes. */
@Controller
class ActController {

	private final Acts acts;

	ActController(Acts acts) {
		this.acts = acts;
	}

	@MutationMapping
	Act.Payload recordContact(Viewer viewer, @Argument Act.Input input) {
		return this.acts.record(viewer, Stage.CONTACTED, input);
	}

	@MutationMapping
	Act.Payload introduceResolution(Viewer viewer, @Argument Act.Input input) {
		return this.acts.record(viewer, Stage.INTRODUCED, input);
	}

	@MutationMapping
	Act.Payload referToCommittee(Viewer viewer, @Argument Act.Input input) {
		return this.acts.record(viewer, Stage.IN_COMMITTEE, input);
	}

	@MutationMapping
	Act.Payload recordRecommendation(Viewer viewer, @Argument Act.Input input) {
		return this.acts.record(viewer, Stage.RECOMMENDED, input);
	}

	@MutationMapping
	Act.Payload scheduleVote(Viewer viewer, @Argument Act.Input input) {
		return this.acts.record(viewer, Stage.SCHEDULED, input);
	}

	@MutationMapping
	Act.Payload adoptResolution(Viewer viewer, @Argument Act.Input input) {
		boolean amended = Boolean.TRUE.equals(input.asAmended());
		return this.acts.record(viewer, amended ? Stage.ADOPTED_AS_AMENDED : Stage.ADOPTED, input);
	}

	@MutationMapping
	Act.Payload defeatResolution(Viewer viewer, @Argument Act.Input input) {
		return this.acts.record(viewer, Stage.DEFEATED, input);
	}

	@MutationMapping
	Act.Payload tableResolution(Viewer viewer, @Argument Act.Input input) {
		return this.acts.record(viewer, Stage.TABLED, input);
	}

	@MutationMapping
	Act.Payload referResolution(Viewer viewer, @Argument Act.Input input) {
		return this.acts.record(viewer, Stage.REFERRED, input);
	}

	@MutationMapping
	Act.Payload withdrawResolution(Viewer viewer, @Argument Act.Input input) {
		return this.acts.record(viewer, Stage.WITHDRAWN, input);
	}

	@MutationMapping
	Act.Payload ruleOutOfOrder(Viewer viewer, @Argument Act.Input input) {
		return this.acts.record(viewer, Stage.RULED_OUT_OF_ORDER, input);
	}

	@MutationMapping
	Act.Payload combineResolution(Viewer viewer, @Argument Act.Input input) {
		return this.acts.record(viewer, Stage.COMBINED, input);
	}

	@MutationMapping
	Act.Payload rescindEndorsement(Viewer viewer, @Argument Act.Input input) {
		return this.acts.record(viewer, Stage.RESCINDED, input);
	}

	@MutationMapping
	Act.Payload overrideEndorsement(Viewer viewer, @Argument Act.Input input) {
		return this.acts.record(viewer, Stage.OVERRIDDEN, input);
	}

	@MutationMapping
	Act.Payload expireEndorsement(Viewer viewer, @Argument Act.Input input) {
		return this.acts.record(viewer, Stage.EXPIRED, input);
	}

	@MutationMapping
	Act.Payload correctStageEvent(Viewer viewer, @Argument CorrectStageEvent.Input input) {
		return this.acts.correct(viewer, input);
	}

}
