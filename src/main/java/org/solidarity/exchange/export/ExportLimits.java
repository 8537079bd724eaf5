package org.solidarity.exchange.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an export may take.
 *
 * @param fetch how many rows are in memory at once
 * @param atOnce how many exports run on this server at once
 * @param time from its start to its end
 */
@ConfigurationProperties("crm.export")
record ExportLimits(@DefaultValue("1000") int fetch, @DefaultValue("2") int atOnce,
		@DefaultValue("10m") Duration time) {
}
