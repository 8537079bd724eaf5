package org.solidarity.platform.live;

/**
 * In the context of an execution: the value that the subscription's field has this time.
 */
public record Delivery(Object value) {
}
