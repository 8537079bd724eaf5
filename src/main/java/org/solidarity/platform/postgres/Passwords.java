package org.solidarity.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.solidarity.platform.postgres.EmbeddedPostgres.Login;

/**
 * The random passwords of the roles, one {@code role=password} a line in a file of mode
 * 0600.
 */
final class Passwords {

	static final String SUPERUSER = "postgres";

	static final String MIGRATOR = "crm_migrator";

	static final String APP = "crm_app";

	private final Map<String, String> byRole;

	private Passwords(Map<String, String> byRole) {
		this.byRole = byRole;
	}

	static Passwords in(DataFolder folder) throws IOException {
		Path file = folder.passwords();
		Map<String, String> known = Files.exists(file) ? read(file) : new TreeMap<>();
		if (!known.containsKey(SUPERUSER) && Files.exists(folder.cluster())) {
			throw new EmbeddedPostgresException("The passwords of the database in " + folder.path()
					+ " are missing from " + file + "; restore this file from the backup that holds the database");
		}
		Map<String, String> all = new TreeMap<>(known);
		List.of(SUPERUSER, MIGRATOR, APP).forEach(role -> all.computeIfAbsent(role, _ -> random()));
		if (!all.equals(known)) {
			Disk.write(file, all.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n", "", "\n")));
		}
		Files.setPosixFilePermissions(file, Disk.OWNER_ONLY_FILE);
		return new Passwords(all);
	}

	private static Map<String, String> read(Path file) throws IOException {
		return Files.readAllLines(file)
			.stream()
			.map(line -> line.split("=", 2))
			.filter(pair -> pair.length == 2)
			.collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (_, last) -> last));
	}

	private static String random() {
		byte[] bytes = new byte[24];
		new SecureRandom().nextBytes(bytes);
		return Base64.getUrlEncoder().encodeToString(bytes);
	}

	Login login(String role) {
		String password = byRole.get(role);
		if (password == null) {
			throw new IllegalArgumentException("no such role: " + role);
		}
		return new Login(role, password);
	}

}
