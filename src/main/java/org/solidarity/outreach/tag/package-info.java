/** The words that bodies are sorted by. */
@NullMarked
package org.solidarity.outreach.tag;

import org.jspecify.annotations.NullMarked;
