/** When and where an action is. */
@NullMarked
package org.solidarity.action.setting;

import org.jspecify.annotations.NullMarked;
