/** Those who came, counted without names. */
@NullMarked
package org.solidarity.action.headcount;

import org.jspecify.annotations.NullMarked;
