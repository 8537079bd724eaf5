/** The public list as anyone reads it: by GraphQL, as a page, as CSV and as JSON. */
@NullMarked
package org.solidarity.endorsement.publication.page;

import org.jspecify.annotations.NullMarked;
