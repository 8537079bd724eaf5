package org.solidarity.exchange.file;

import java.nio.charset.Charset;

/**
 * What one reading of a file found out.
 *
 * @param sha256 of the file's bytes
 * @param size of the file, in bytes
 * @param markLength how many bytes of byte order mark the content begins with
 */
public record Inspection(byte[] sha256, long size, Charset charset, int markLength) {
}
