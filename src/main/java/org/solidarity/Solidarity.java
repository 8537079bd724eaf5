package org.solidarity;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The application: a server, or where its arguments hold the word {@code import} or
 * {@code recount} a command that listens to no port and ends when its work is done.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Solidarity {

	private static final Set<String> COMMANDS = Set.of("import", "recount");

	public static void main(String... arguments) {
		if (Stream.of(arguments).anyMatch(COMMANDS::contains)) {
			var silent = Stream.concat(Stream.of(arguments), Stream.of("--server.port=-1")).toArray(String[]::new);
			System.exit(SpringApplication.exit(SpringApplication.run(Solidarity.class, silent)));
		}
		SpringApplication.run(Solidarity.class, arguments);
	}

}
