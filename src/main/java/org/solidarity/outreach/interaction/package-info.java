/** Contacts with bodies and members, and what came of them. */
@NullMarked
package org.solidarity.outreach.interaction;

import org.jspecify.annotations.NullMarked;
