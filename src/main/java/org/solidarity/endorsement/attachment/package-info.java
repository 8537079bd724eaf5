/** Files that belong to proceedings and resolutions. */
@NullMarked
package org.solidarity.endorsement.attachment;

import org.jspecify.annotations.NullMarked;
