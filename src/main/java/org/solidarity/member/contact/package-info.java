/** How people can be reached. */
@NullMarked
package org.solidarity.member.contact;

import org.jspecify.annotations.NullMarked;
