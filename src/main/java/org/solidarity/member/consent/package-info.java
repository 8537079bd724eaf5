/** What people agreed to, and no longer agree to. */
@NullMarked
package org.solidarity.member.consent;

import org.jspecify.annotations.NullMarked;
