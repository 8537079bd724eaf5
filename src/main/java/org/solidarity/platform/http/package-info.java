/** How the API is spoken over HTTP: methods, media types, bodies, statuses. */
@NullMarked
package org.solidarity.platform.http;

import org.jspecify.annotations.NullMarked;
