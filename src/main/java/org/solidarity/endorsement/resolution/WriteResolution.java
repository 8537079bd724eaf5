package org.solidarity.endorsement.resolution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;

/** Recording a text, a new wording of it, and a translation. */
public interface WriteResolution {

	/** Versions of one resolution. */
	int MAXIMUM = 200;

	Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

	/** What a wording says. */
	record Wording(String language, String title, String text) {

		/** Characters of a title. */
		public static final int TITLE = 500;

		/** Characters of a text. */
		public static final int TEXT = 100_000;

		void check() {
			new Checks().text(this.title, TITLE, "input", "title")
				.text(this.text, TEXT, "input", "text")
				.matches(this.language, LANGUAGE, "a BCP 47 tag, such as en or pt-BR", "input", "language")
				.done();
		}

		String hash() {
			try {
				byte[] bytes = (this.title + "\n" + this.text).getBytes(StandardCharsets.UTF_8);
				return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	record Create(@Nullable String idempotencyKey, NodeId campaignId, String language, String title, String text) {

		Wording wording() {
			return new Wording(this.language, this.title, this.text);
		}

	}

	/**
	 * @param translates the number that it says in another language; null for a new one
	 */
	record Add(@Nullable String idempotencyKey, NodeId resolutionId, @Nullable Integer translates, String language,
			String title, String text) {

		Wording wording() {
			return new Wording(this.language, this.title, this.text);
		}

		/** The number that the wording gets. */
		int number(Resolution resolution) {
			int latest = resolution.latest().number();
			new Checks().that(resolution.versions().size() < MAXIMUM, UserError.Code.OUT_OF_RANGE,
					"A resolution has at most " + MAXIMUM + " versions; record another one.", "input", "resolutionId")
				.that(this.translates == null || (this.translates >= 1 && this.translates <= latest),
						UserError.Code.OUT_OF_RANGE,
						"translates is " + this.translates + "; allowed are the numbers of its versions, 1 to " + latest
								+ ".",
						"input", "translates")
				.done();
			return this.translates != null ? this.translates : latest + 1;
		}

	}

	record Payload(Resolution resolution) {
	}

}
