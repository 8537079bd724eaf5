package org.solidarity.platform.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.limits.Limits;
import org.springframework.stereotype.Component;

/**
 * Documents that callers have sent once and name by their SHA-256 from then on, in
 * Apollo's form. Only what was executed is kept, under no hash but its own.
 */
@Component
class PersistedQueries {

	private final Cache<String, String> documents;

	PersistedQueries(Limits limits) {
		this.documents = Caffeine.newBuilder()
			.maximumWeight(limits.persistedQueries())
			.weigher((String hash, String document) -> hash.length() + document.length())
			.executor(Runnable::run)
			.build();
	}

	/**
	 * The document that the call means.
	 * @throws Refused PERSISTED_QUERY_NOT_FOUND where it names one that is not kept; it
	 * is to be sent again, whole
	 */
	String document(Call call) {
		String hash = hash(call);
		String document = call.document();
		if (hash != null && document != null && !document.isEmpty()) {
			if (!hash.equals(sha256(document))) {
				throw refused("sha256Hash is not the hash of query.");
			}
			return document;
		}
		if (hash != null) {
			String kept = this.documents.getIfPresent(hash);
			if (kept == null) {
				throw new Refused(ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
			}
			return kept;
		}
		if (document == null || document.isBlank()) {
			throw refused("query is missing.");
		}
		return document;
	}

	void keep(Call call) {
		String hash = hash(call);
		if (hash != null && call.document() != null && !call.document().isEmpty()) {
			this.documents.put(hash, call.document());
		}
	}

	private static @Nullable String hash(Call call) {
		Object persisted = call.extensions().get("persistedQuery");
		if (persisted == null) {
			return null;
		}
		if (persisted instanceof Map<?, ?> named && Integer.valueOf(1).equals(named.get("version"))
				&& named.get("sha256Hash") instanceof String hash) {
			return hash;
		}
		throw refused("persistedQuery must be {version: 1, sha256Hash: a string}.");
	}

	private static HttpRefused refused(String message) {
		return new HttpRefused(HttpServletResponse.SC_BAD_REQUEST, message);
	}

	private static String sha256(String document) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
