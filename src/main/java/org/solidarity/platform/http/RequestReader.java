package org.solidarity.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.solidarity.platform.Refused;
import org.solidarity.platform.limits.Limits;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Reads the JSON object that a request carries, never more of it than is allowed. */
@Component
class RequestReader {

	private static final int PAYLOAD_TOO_LARGE = 413;

	private final JsonObjects json;

	private final Limits limits;

	RequestReader(JsonObjects json, Limits limits) {
		this.json = json;
		this.limits = limits;
	}

	/**
	 * @throws HttpRefused where the body is not a JSON object in UTF-8, or is too large
	 */
	Map<?, ?> read(HttpServletRequest request) throws IOException {
		requireJson(request);
		return this.json.read(text(body(request)));
	}

	private static void requireJson(HttpServletRequest request) {
		String encoding = request.getHeader("Content-Encoding");
		if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
			throw unsupported("The body is compressed; send it as it is.");
		}
		try {
			var type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
			if (!type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
				throw unsupported("The body must be application/json.");
			}
			if (type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
				throw unsupported("The body must be in UTF-8.");
			}
		}
		catch (IllegalArgumentException ex) {
			throw unsupported("The body must be application/json in UTF-8.");
		}
	}

	private static HttpRefused unsupported(String message) {
		return new HttpRefused(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, message);
	}

	private byte[] body(HttpServletRequest request) throws IOException {
		int allowed = (int) this.limits.body().toBytes();
		if (request.getContentLengthLong() > allowed) {
			throw new HttpRefused(PAYLOAD_TOO_LARGE, Refused.limit("body", request.getContentLengthLong(), allowed));
		}
		byte[] body = request.getInputStream().readNBytes(allowed + 1);
		if (body.length > allowed) {
			throw new HttpRefused(PAYLOAD_TOO_LARGE, Refused.limit("body", body.length, allowed));
		}
		return body;
	}

	/** The text of UTF-8 bytes, without the mark that may stand before it. */
	private static String text(byte[] body) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw new HttpRefused(HttpServletResponse.SC_BAD_REQUEST, "The body is not UTF-8.");
		}
	}

}
