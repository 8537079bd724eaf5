package org.solidarity.platform.live;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operation that a subscriber sent. */
public record Asked(String document, @Nullable String operation, Map<String, Object> variables) {
}
