/** The texts that bodies are asked to adopt. */
@NullMarked
package org.solidarity.endorsement.resolution;

import org.jspecify.annotations.NullMarked;
