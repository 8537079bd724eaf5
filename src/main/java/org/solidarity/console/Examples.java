package org.solidarity.console;

import java.util.List;

/**
 * Queries to begin from; the first lines of each say in comments what it tells and whom.
 */
record Examples(List<String> queries) {
}
