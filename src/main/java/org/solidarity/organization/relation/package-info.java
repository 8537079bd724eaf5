/** How bodies stand to each other, and the tree that charters and constituencies make. */
@NullMarked
package org.solidarity.organization.relation;

import org.jspecify.annotations.NullMarked;
