package org.solidarity.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives the tests an empty database; the unpacked PostgreSQL beside it is used again. */
class FreshData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		var environment = context.getEnvironment();
		var folder = Path.of("target", environment.getProperty("test.folder", "test-data"));
		try {
			FileSystemUtils.deleteRecursively(folder.resolve("cluster"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		TestPropertyValues.of("crm.data-folder=" + folder, "crm.demo=" + environment.getProperty("test.demo", "false"))
			.applyTo(context);
	}

}
