package org.solidarity.organization;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_LATEST_COUNT;
import static org.solidarity.platform.jooq.Tables.SEARCH_BODIES;

import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;

/** In which order a list of bodies comes. */
public record BodyOrder(By field, Direction direction) {

	/** The values that bodies are ordered by. */
	public enum By {

		RELEVANCE, NAME, ACRONYM, KIND, COUNTRY, REGION, CREATED_AT, UPDATED_AT, MEMBER_COUNT

	}

	/**
	 * @throws Refused BAD_USER_INPUT where relevance is asked for and nothing is searched
	 */
	Ordering of(boolean searched) {
		var country = coalesce(BODY.COUNTRY, inline(""));
		var region = coalesce(BODY.REGION, inline(""));
		return switch (this.field) {
			case RELEVANCE -> {
				if (!searched) {
					throw new Refused(ErrorCode.BAD_USER_INPUT, "orderBy RELEVANCE needs a search; give one.");
				}
				yield Ordering.by("body.relevance", this.direction, BODY.ID, SEARCH_BODIES.DISTANCE, BODY.SORT_NAME);
			}
			case NAME -> Ordering.by("body.name", this.direction, BODY.ID, BODY.SORT_NAME);
			case ACRONYM -> Ordering.by("body.acronym", this.direction, BODY.ID, BODY.SORT_ACRONYM, BODY.SORT_NAME);
			case KIND -> Ordering.by("body.kind", this.direction, BODY.ID, BODY.KIND, BODY.SORT_NAME);
			case COUNTRY -> Ordering.by("body.country", this.direction, BODY.ID, country, region, BODY.SORT_NAME);
			case REGION -> Ordering.by("body.region", this.direction, BODY.ID, region, BODY.SORT_NAME);
			case CREATED_AT -> Ordering.by("body.created", this.direction, BODY.ID, BODY.CREATED_AT);
			case UPDATED_AT -> Ordering.by("body.updated", this.direction, BODY.ID, BODY.UPDATED_AT);
			case MEMBER_COUNT -> Ordering.by("body.members", this.direction, BODY.ID,
					coalesce(BODY_LATEST_COUNT.COUNT, inline(-1)), BODY.SORT_NAME);
		};
	}

}
