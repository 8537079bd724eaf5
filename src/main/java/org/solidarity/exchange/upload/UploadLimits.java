package org.solidarity.exchange.upload;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an upload may hold.
 *
 * @param size of the file as it is sent
 * @param rows below the header
 */
@ConfigurationProperties("crm.upload")
record UploadLimits(@DefaultValue("1MB") DataSize size, @DefaultValue("500") int rows) {
}
