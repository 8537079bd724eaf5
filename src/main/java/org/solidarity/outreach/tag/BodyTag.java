package org.solidarity.outreach.tag;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a body has a tag, since when and by whom. */
record BodyTag(Tag tag, Instant taggedAt, @Nullable UUID taggedById) {
}
