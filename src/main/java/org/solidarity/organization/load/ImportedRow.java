package org.solidarity.organization.load;

/**
 * A body and the line of the file that says so.
 */
public record ImportedRow(long line, ImportedBody body) {
}
