/** Who answered, who came and who did not. */
@NullMarked
package org.solidarity.action.participation;

import org.jspecify.annotations.NullMarked;
