/** What registries and other systems call a body. */
@NullMarked
package org.solidarity.organization.identifier;

import org.jspecify.annotations.NullMarked;
