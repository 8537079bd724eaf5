/** Subscriptions over a WebSocket, as the protocol graphql-transport-ws has it. */
@NullMarked
package org.solidarity.platform.socket;

import org.jspecify.annotations.NullMarked;
