package org.solidarity.member;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.filter.Conditions;
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
			case COORDINATOR -> Conditions.among(controller, Routines.controllersOfAccount(viewer.id()));
			case ADMINISTRATOR, STAFF, PARTNER -> falseCondition();
		};
	}

}
