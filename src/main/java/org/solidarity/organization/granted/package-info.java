/** Shows of each grant the body that it is about. */
@NullMarked
package org.solidarity.organization.granted;

import org.jspecify.annotations.NullMarked;
