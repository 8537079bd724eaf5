package org.solidarity.exchange.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an import bears.
 *
 * @param fileSize the largest file, unpacked
 * @param packing how many times larger than the file its unpacked content may be
 * @param fieldLength the longest field, in characters
 * @param recordLength the longest row, in characters
 * @param columns the most columns
 * @param batch how many rows are taken in at once
 */
@ConfigurationProperties("crm.import")
public record ImportLimits(@DefaultValue("8GB") DataSize fileSize, @DefaultValue("200") int packing,
		@DefaultValue("65536") int fieldLength, @DefaultValue("1048576") int recordLength,
		@DefaultValue("1000") int columns, @DefaultValue("5000") int batch) {
}
