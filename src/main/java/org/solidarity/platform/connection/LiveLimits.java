package org.solidarity.platform.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of subscriptions, each a property below {@code crm.limits.live}.
 *
 * @param message size of a message that a WebSocket takes
 * @param init from the opening of a WebSocket to its connection_init
 * @param sockets WebSockets of a token or of an account
 * @param streams event streams of a token or of an account
 * @param subscriptions subscriptions of a WebSocket
 * @param connections WebSockets and event streams of a server
 * @param pending events that are kept for one subscription to be told of; more are read
 * again
 * @param unsent what may wait to be sent over one connection
 * @param keepAlive how long a connection may be silent before a sign is sent; a WebSocket
 * whose client answers none of three is closed
 * @param proof how often a caller's token or session is looked at
 * @param poll how often events are looked for
 * @param workers threads that tell subscribers, each with a connection to the database
 * @param retention how long an event is kept
 */
@ConfigurationProperties("crm.limits.live")
public record LiveLimits(@DefaultValue("64KB") DataSize message, @DefaultValue("5s") Duration init,
		@DefaultValue("10") int sockets, @DefaultValue("20") int streams, @DefaultValue("50") int subscriptions,
		@DefaultValue("2000") int connections, @DefaultValue("1000") int pending, @DefaultValue("1MB") DataSize unsent,
		@DefaultValue("10s") Duration keepAlive, @DefaultValue("3s") Duration proof,
		@DefaultValue("250ms") Duration poll, @DefaultValue("2") int workers, @DefaultValue("7d") Duration retention) {
}
