package org.solidarity.platform.live;

/** In the context of an execution: that it only tells what a subscription listens to. */
public record Start() {
}
