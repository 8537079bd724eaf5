package org.solidarity.identity.password;

import java.text.Normalizer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Keeps passwords as Argon2id hashes, each with its salt and the name of its encoding,
 * and compares what is typed with them.
 */
@Component
public class Passwords {

	private final PasswordEncoder encoder = new DelegatingPasswordEncoder("argon2",
			Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));

	/** Each hash takes 16 MiB and a core: more at once would only starve the rest. */
	private final Semaphore places = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

	/**
	 * What the password of nobody is compared with, so that nobody takes as long; made
	 * while the server starts.
	 */
	private final CompletableFuture<String> nobody = CompletableFuture
		.supplyAsync(() -> this.encoder.encode(UUID.randomUUID().toString()));

	public String hash(String password) {
		this.places.acquireUninterruptibly();
		try {
			return this.encoder.encode(normal(password));
		}
		finally {
			this.places.release();
		}
	}

	/**
	 * Whether the hash was made of this password; false, after the same time, where there
	 * is none.
	 */
	public boolean match(String password, @Nullable String hash) {
		this.places.acquireUninterruptibly();
		try {
			boolean matches = this.encoder.matches(normal(password), hash != null ? hash : this.nobody.join());
			return matches && hash != null;
		}
		finally {
			this.places.release();
		}
	}

	/** The same for every way in which a keyboard composes the same characters. */
	private static String normal(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFKC);
	}

}
