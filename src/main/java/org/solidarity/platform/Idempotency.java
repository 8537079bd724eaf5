package org.solidarity.platform;

import static org.solidarity.platform.jooq.Tables.IDEMPOTENCY;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Does a thing once for each key that a caller gives it, however often it is asked for.
 */
@Component
public class Idempotency {

	private static final Duration KEPT = Duration.ofHours(72);

	private final DSLContext sql;

	private final Clock clock;

	Idempotency(DSLContext sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Runs the work, or returns what it returned to the same caller under the same key in
	 * the last 72 hours. A concurrent duplicate waits for the first. To be called inside
	 * the transaction of the work.
	 * @param input everything that makes the request what it is, with a text form that
	 * tells one from another
	 * @return the id of what was made
	 * @throws Invalid IDEMPOTENCY_KEY_REUSED where the key came with another input before
	 */
	public UUID once(Viewer caller, String mutation, @Nullable String key, Object input, Supplier<UUID> work) {
		if (key == null) {
			return work.get();
		}
		new Checks().text(key, 200, "input", "idempotencyKey").done();
		byte[] hash = hash(input.toString());
		var row = IDEMPOTENCY;
		this.sql.deleteFrom(row)
			.where(row.CALLER.eq(caller.id()), row.MUTATION.eq(mutation), row.KEY.eq(key),
					row.AT.lt(this.clock.instant().minus(KEPT)))
			.execute();
		boolean first = this.sql.insertInto(row, row.CALLER, row.MUTATION, row.KEY, row.INPUT_HASH, row.RESULT_ID)
			.values(caller.id(), mutation, key, hash, NodeId.NOTHING)
			.onConflictDoNothing()
			.execute() == 1;
		var mine = row.CALLER.eq(caller.id()).and(row.MUTATION.eq(mutation)).and(row.KEY.eq(key));
		if (first) {
			UUID result = work.get();
			this.sql.update(row).set(row.RESULT_ID, result).where(mine).execute();
			return result;
		}
		var before = this.sql.select(row.INPUT_HASH, row.RESULT_ID).from(row).where(mine).fetchSingle();
		if (!Arrays.equals(before.value1(), hash)) {
			throw new Invalid(UserError.Code.IDEMPOTENCY_KEY_REUSED,
					"idempotencyKey was used with another input; take a new key for a new request.", "input",
					"idempotencyKey");
		}
		return before.value2();
	}

	private static byte[] hash(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
