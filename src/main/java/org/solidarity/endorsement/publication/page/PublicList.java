package org.solidarity.endorsement.publication.page;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A list of endorsers as anyone reads it.
 *
 * @param asOf today, where the campaign counts its days
 */
record PublicList(UUID id, String slug, String title, LocalDate asOf) {
}
