package org.solidarity.exchange;

import org.solidarity.exchange.file.ImportRefused;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The command {@code import}: takes in a file and ends the application, with 0 where the
 * file was read to its end, rejected rows or not, and with 1 where it was not.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ImportCommand implements ApplicationRunner, ExitCodeGenerator {

	private final Importer importer;

	private int exitCode;

	ImportCommand(Importer importer) {
		this.importer = importer;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!ImportRequest.isIn(arguments)) {
			return;
		}
		try {
			this.importer.run(ImportRequest.of(arguments), System.out::println);
		}
		catch (ImportRefused ex) {
			System.err.println(ex.getMessage());
			this.exitCode = 1;
		}
	}

	@Override
	public int getExitCode() {
		return this.exitCode;
	}

}
