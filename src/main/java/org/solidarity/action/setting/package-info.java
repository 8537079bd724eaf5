/** When and where an action is. */
@NullMarked
@NamedInterface("setting")
package org.solidarity.action.setting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
