/** GraphQL wiring: scalars, node ids, arguments, errors, one snapshot a query. */
@NullMarked
package org.solidarity.platform.graphql;

import org.jspecify.annotations.NullMarked;
