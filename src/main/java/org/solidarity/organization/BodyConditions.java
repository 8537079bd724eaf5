package org.solidarity.organization;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.solidarity.organization.Body.PREFIX;
import static org.solidarity.platform.filter.Conditions.of;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_DESCENDANTS;
import static org.solidarity.platform.jooq.Tables.BODY_IDENTIFIER;
import static org.solidarity.platform.jooq.Tables.BODY_LATEST_COUNT;
import static org.solidarity.platform.jooq.Tables.BODY_RELATION;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
import org.solidarity.platform.filter.Periods;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.platform.jooq.tables.Body;

/**
 * A filter as a condition. A body that the viewer may not see is related to nothing here
 * either.
 */
record BodyConditions(Viewer viewer, LocalDate today, int level) {

	Condition on(Body body, BodyFilter filter) {
		return Conditions.tree(filter.and(), filter.or(), filter.not(), inner -> on(body, inner), Conditions.all(
				of(filter.kind(), kind -> kind.on(body.KIND)), of(filter.status(), status -> status.on(body.STATUS)),
				of(filter.visibility(), visibility -> visibility.on(body.VISIBILITY)),
				of(filter.name(), name -> name.on(body.NAME)),
				of(filter.acronym(), acronym -> acronym.on(body.ACRONYM)),
				of(filter.country(), country -> country.on(body.COUNTRY)),
				of(filter.region(), region -> region.on(body.REGION)), of(filter.city(), city -> city.on(body.CITY)),
				of(filter.language(), language -> language.on(body.LANGUAGE)),
				of(filter.parent(),
						parent -> related(body, parent, RelationType.CHARTERED_BY, RelationType.CONSTITUENT_OF)),
				of(filter.affiliatedTo(), affiliation -> related(body, affiliation, RelationType.AFFILIATED_TO)),
				of(filter.ancestor(), ancestor -> below(body, ancestor)),
				of(filter.identifier(), identifier -> identified(body, identifier)),
				of(filter.hasMemberCount(), has -> has ? counted(body) : not(counted(body))),
				of(filter.createdAt(), at -> at.on(body.CREATED_AT)),
				of(filter.updatedAt(), at -> at.on(body.UPDATED_AT))));
	}

	private Condition related(Body body, BodyFilter.Related related, RelationType... types) {
		var relation = BODY_RELATION.as("relation_" + this.level);
		var other = BODY.as("body_" + this.level);
		return exists(selectOne().from(relation)
			.join(other)
			.on(other.ID.eq(relation.TO_ID))
			.where(VisibleBodies.to(this.viewer, other), relation.FROM_ID.eq(body.ID), relation.TYPE.in(types),
					Periods.holds(relation.FROM_DATE, relation.TO_DATE, day(related.at())),
					of(related.id(), id -> other.ID.eq(id.of(PREFIX))),
					of(related.matching(), matching -> new BodyConditions(this.viewer, this.today, this.level + 1)
						.on(other, matching))));
	}

	private Condition below(Body body, BodyFilter.Above ancestor) {
		UUID root = ancestor.id().of(PREFIX);
		var below = BODY_DESCENDANTS.call(new UUID[] { root }, day(ancestor.at()));
		return body.ID.in(select(below.BODY_ID).from(below)
			.where(below.DEPTH.gt(0), VisibleBodies.to(this.viewer, below.ROOT_ID)));
	}

	private static Condition identified(Body body, BodyFilter.Identified identifier) {
		return exists(selectOne().from(BODY_IDENTIFIER)
			.where(BODY_IDENTIFIER.BODY_ID.eq(body.ID), BODY_IDENTIFIER.SCHEME.eq(identifier.scheme()),
					of(identifier.value(), BODY_IDENTIFIER.VALUE::eq)));
	}

	private static Condition counted(Body body) {
		return exists(selectOne().from(BODY_LATEST_COUNT).where(BODY_LATEST_COUNT.BODY_ID.eq(body.ID)));
	}

	private LocalDate day(@Nullable LocalDate at) {
		return Objects.requireNonNullElse(at, this.today);
	}

}
