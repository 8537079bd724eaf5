package org.solidarity.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How to get into the demo: printed at each start, and kept in a file that only its owner
 * reads.
 */
record Credentials(String url, List<User> users, List<Token> tokens) {

	private static final String FILE = "demo-credentials.json";

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	record User(String role, String email, String password) {
	}

	record Token(String group, List<String> scopes, String token) {
	}

	static boolean areIn(Path folder) {
		return Files.exists(folder.resolve(FILE));
	}

	static Credentials read(Path folder) {
		return JSON.readValue(folder.resolve(FILE), Credentials.class);
	}

	Credentials at(String url) {
		return new Credentials(url, this.users, this.tokens);
	}

	/** Whole or not at all. */
	void write(Path folder) throws IOException {
		var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
		Files.createDirectories(folder);
		Path beside = folder.resolve(FILE + ".new");
		Files.deleteIfExists(beside);
		Files.createFile(beside, owner);
		Files.write(beside, JSON.writeValueAsBytes(this));
		Files.move(beside, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/** For a person at a terminal. */
	String banner(Path folder) {
		var text = new StringBuilder();
		line(text, "");
		line(text, "Solidarity CRM   " + this.url);
		line(text, "GraphiQL         " + this.url + "/graphiql   (sign in first)");
		line(text, "GraphQL          POST " + this.url + "/graphql   (Authorization: Bearer TOKEN)");
		line(text, "");
		line(text, "Demo sign-ins");
		this.users
			.forEach(user -> line(text, "  %-14s %-32s %s".formatted(user.role(), user.email(), user.password())));
		line(text, "Demo partner tokens");
		this.tokens
			.forEach(token -> line(text, "  %s %s%n    %s".formatted(token.group(), token.scopes(), token.token())));
		line(text, "The same for scripts: " + folder.resolve(FILE));
		line(text, "People, pledges, locals and partner groups of the demo are invented.");
		return text.toString();
	}

	private static void line(StringBuilder text, String line) {
		text.append(line).append(System.lineSeparator());
	}

}
