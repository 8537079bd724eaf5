/** Where people stand in a campaign, as an organizer judges it. */
@NullMarked
package org.solidarity.member.assessment;

import org.jspecify.annotations.NullMarked;
