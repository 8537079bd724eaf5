package org.solidarity.platform.postgres;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What must hold whatever the configuration files say, so it is given on the command line
 * and verified after the start. Sizes that an operator may tune stay in postgresql.conf.
 */
record Settings(Map<String, String> values) {

	/** An acknowledged write survives. */
	private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

	static Settings of(Path dataDirectory, int port) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("data_directory", dataDirectory.toString());
		DURABLE.forEach(name -> values.put(name, "on"));
		values.put("listen_addresses", "127.0.0.1");
		values.put("port", Integer.toString(port));
		values.put("unix_socket_directories", "");
		values.put("password_encryption", "scram-sha-256");
		logNoValues(values);
		return new Settings(values);
	}

	/**
	 * A statement, a parameter, a key in an error's detail can be personal data. The
	 * application hears of every error, so the server's own log keeps to starts, stops
	 * and what kills a session.
	 */
	private static void logNoValues(Map<String, String> values) {
		values.put("log_parameter_max_length", "0");
		values.put("log_parameter_max_length_on_error", "0");
		values.put("log_min_messages", "log");
		values.put("log_min_error_statement", "panic");
		values.put("log_error_verbosity", "terse");
		values.put("log_statement", "none");
		values.put("log_min_duration_statement", "-1");
		values.put("log_min_duration_sample", "-1");
		values.put("log_transaction_sample_rate", "0");
		values.put("log_destination", "stderr");
		values.put("logging_collector", "off");
		values.put("log_timezone", "UTC");
	}

	List<String> arguments() {
		return values.entrySet().stream().flatMap(setting -> Stream.of("-c", setting.toString())).toList();
	}

}
