package org.solidarity.organization;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.solidarity.platform.jooq.Tables.BODY;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Routines;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.jooq.enums.Visibility;

/**
 * Which bodies a viewer may see: every signed-in person all of them, a partner what is
 * for partners or for anyone, and the bodies that it speaks for.
 */
public final class VisibleBodies {

	private VisibleBodies() {
	}

	/** On rows of the table of bodies, under whatever alias. */
	public static Condition to(Viewer viewer, org.solidarity.platform.jooq.tables.Body body) {
		viewer.require(Permission.READ);
		return viewer.is(Role.PARTNER)
				? body.VISIBILITY.ne(Visibility.INTERNAL).or(body.ID.eq(any(Routines.bodiesOfGroup(viewer.group()))))
				: noCondition();
	}

	/** On rows of another table that name a body. */
	public static Condition to(Viewer viewer, Field<UUID> bodyId) {
		viewer.require(Permission.READ);
		return viewer.is(Role.PARTNER) ? bodyId.in(select(BODY.ID).from(BODY).where(to(viewer, BODY))) : noCondition();
	}

}
