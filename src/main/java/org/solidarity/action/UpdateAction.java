package org.solidarity.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.setting.Place;
import org.solidarity.action.setting.Schedule;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.solidarity.platform.jooq.enums.ActionKind;
import org.solidarity.platform.jooq.enums.Visibility;
import org.springframework.graphql.data.ArgumentValue;

/** Changing what is said of an action: what is omitted stays, null clears. */
interface UpdateAction {

	record Input(NodeId id, int expectedVersion, @Nullable List<NodeId> coSponsorIds, ArgumentValue<ActionKind> kind,
			ArgumentValue<String> title, ArgumentValue<String> description, ArgumentValue<String> instructions,
			ArgumentValue<Schedule> schedule, ArgumentValue<Place> place, ArgumentValue<Boolean> placePublic,
			ArgumentValue<String> accessibility, ArgumentValue<Integer> capacity, ArgumentValue<String> sourceUrl,
			ArgumentValue<Visibility> visibility) {

		/** What is said of the action after the change. */
		Details over(Details old) {
			var checks = new Checks();
			kept(checks, this.kind, "kind");
			kept(checks, this.title, "title");
			kept(checks, this.schedule, "schedule");
			kept(checks, this.placePublic, "placePublic");
			kept(checks, this.visibility, "visibility");
			checks.done();
			Place place = or(this.place, old.place());
			return new Details(or(this.kind, old.kind()), or(this.title, old.title()),
					or(this.description, old.description()), or(this.instructions, old.instructions()),
					or(this.schedule, old.schedule()), place != null ? place : Place.UNKNOWN,
					or(this.placePublic, old.placePublic()), or(this.accessibility, old.accessibility()),
					or(this.capacity, old.capacity()), or(this.sourceUrl, old.sourceUrl()),
					or(this.visibility, old.visibility()));
		}

		private static void kept(Checks checks, ArgumentValue<?> given, String field) {
			checks.that(given.isOmitted() || given.value() != null, UserError.Code.REQUIRED,
					field + " cannot be cleared; omit it, or give a value.", "input", field);
		}

		private static <T> @Nullable T or(ArgumentValue<T> given, @Nullable T old) {
			return given.isOmitted() ? old : given.value();
		}

	}

	/**
	 * @param promotedCount how many who waited have a seat by it
	 */
	record Payload(Action action, int promotedCount) {
	}

}
