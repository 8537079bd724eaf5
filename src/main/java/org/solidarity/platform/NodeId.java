package org.solidarity.platform;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id that the API shows: three letters for the type, and the uuid, as in
 * {@code bod_AZqz3vXrdp2g0b8fVw1x9A}. A text that is no such id reads as one that matches
 * nothing, so that malformed, unknown and hidden look alike.
 */
public record NodeId(String prefix, UUID uuid) {

	/** What a malformed id stands for; no row has it. */
	public static final UUID NOTHING = new UUID(0, 0);

	private static final Pattern FORM = Pattern.compile("([a-z]{3})_([A-Za-z0-9_-]{22})");

	public static NodeId valueOf(String text) {
		var parts = FORM.matcher(text);
		if (parts.matches()) {
			var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts.group(2)));
			var id = new NodeId(parts.group(1), new UUID(bytes.getLong(), bytes.getLong()));
			if (id.toString().equals(text)) {
				return id;
			}
		}
		return new NodeId("", NOTHING);
	}

	/** The uuid, where this is the id of that type; otherwise {@link #NOTHING}. */
	public UUID of(String prefix) {
		return this.prefix.equals(prefix) ? this.uuid : NOTHING;
	}

	@Override
	public String toString() {
		var bytes = ByteBuffer.allocate(16)
			.putLong(this.uuid.getMostSignificantBits())
			.putLong(this.uuid.getLeastSignificantBits());
		return this.prefix + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
	}

}
