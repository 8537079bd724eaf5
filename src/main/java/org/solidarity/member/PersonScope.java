package org.solidarity.member;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Routines;

/** Whose person rows a viewer may see. */
public final class PersonScope {

	private PersonScope() {
	}

	/**
	 * A coordinator sees what is controlled by the bodies granted with their members and
	 * all below them, an auditor everything, anyone else nothing.
	 */
	public static Condition visibleTo(Viewer viewer, Field<UUID> controller) {
		viewer.require(Permission.READ);
		if (!viewer.may(Permission.SEE_PERSONS)) {
			return falseCondition();
		}
		return switch (viewer.role()) {
			case AUDITOR, SYSTEM -> noCondition();
			case COORDINATOR ->
				controller.eq(any(cast(field(select(Routines.controllersOfAccount(viewer.id()))), UUID[].class)));
			case ADMINISTRATOR, STAFF, PARTNER -> falseCondition();
		};
	}

}
