package org.solidarity.organization.relation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.RelationType;

/** Which relations of a body a list shows; what is null chooses all. */
record RelationChoice(@Nullable List<RelationType> types, @Nullable LocalDate at) {
}
