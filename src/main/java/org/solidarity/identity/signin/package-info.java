/** The door of the house: sign-in, sessions, tokens, and the headers of every answer. */
@NullMarked
package org.solidarity.identity.signin;

import org.jspecify.annotations.NullMarked;
