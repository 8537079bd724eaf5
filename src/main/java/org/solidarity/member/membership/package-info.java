/** What people are in which bodies, and from when to when. */
@NullMarked
package org.solidarity.member.membership;

import org.jspecify.annotations.NullMarked;
