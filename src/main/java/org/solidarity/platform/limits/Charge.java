package org.solidarity.platform.limits;

import java.time.Instant;

/**
 * What an operation was charged, and what its caller has left.
 *
 * @param cost points of the operation
 * @param limit points that the caller can save up
 * @param remaining points that are left
 * @param resetAt when the caller will have all of them again
 */
public record Charge(int cost, int limit, int remaining, Instant resetAt) {
}
