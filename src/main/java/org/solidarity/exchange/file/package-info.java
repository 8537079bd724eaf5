/** Reads a CSV file of any size, encoding and delimiter, row by row. */
@NullMarked
package org.solidarity.exchange.file;

import org.jspecify.annotations.NullMarked;
