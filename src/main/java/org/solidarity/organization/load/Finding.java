package org.solidarity.organization.load;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row: a rejected row changed nothing, a doubtful one was taken in
 * as far as it could be.
 *
 * @param field the part of the body that it is about: identifier, name, designation,
 * parent, status or count
 */
public record Finding(long line, boolean rejected, String field, @Nullable String value, String reason) {
}
