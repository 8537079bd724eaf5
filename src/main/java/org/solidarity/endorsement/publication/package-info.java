/**
 * What a campaign shows to everyone: the list of its endorsers, with what they permit of
 * themselves.
 */
@NullMarked
package org.solidarity.endorsement.publication;

import org.jspecify.annotations.NullMarked;
