package org.solidarity.endorsement.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.solidarity.platform.Refused;
import org.solidarity.platform.http.HttpRefused;
import org.springframework.http.HttpStatus;

/**
 * A file that was sent, laid aside on disk until it is kept: however large it is and
 * however slowly it comes, it takes neither memory nor a connection to the database.
 */
record Upload(Path file, int bytes, String sha256, FileType type) implements AutoCloseable {

	static final int MOST_BYTES = 10 * 1024 * 1024;

	/**
	 * Reads no more of it than is taken.
	 * @throws HttpRefused where it is empty, too large, or of no type that is taken
	 */
	static Upload read(InputStream sent) throws IOException {
		Path file = Files.createTempFile("attachment", null);
		try {
			MessageDigest digest = digest();
			int bytes = copy(sent, file, digest);
			return new Upload(file, bytes, HexFormat.of().formatHex(digest.digest()), type(file));
		}
		catch (IOException | RuntimeException ex) {
			Files.delete(file);
			throw ex;
		}
	}

	private static int copy(InputStream sent, Path file, MessageDigest digest) throws IOException {
		int bytes = 0;
		byte[] buffer = new byte[8192];
		try (var out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
			for (int read = sent.read(buffer); read >= 0; read = sent.read(buffer)) {
				bytes += read;
				requireAllowed(bytes);
				out.write(buffer, 0, read);
			}
		}
		if (bytes == 0) {
			throw new HttpRefused(HttpStatus.BAD_REQUEST.value(), "The file is empty; send it as the request's body.");
		}
		return bytes;
	}

	/**
	 * @throws HttpRefused where so many bytes are too many
	 */
	static void requireAllowed(long bytes) {
		if (bytes > MOST_BYTES) {
			throw new HttpRefused(HttpStatus.CONTENT_TOO_LARGE.value(), Refused.limit("attachment", bytes, MOST_BYTES));
		}
	}

	private static FileType type(Path file) throws IOException {
		byte[] first;
		try (var in = Files.newInputStream(file)) {
			first = in.readNBytes(FileType.MARKED);
		}
		var marked = FileType.of(first);
		if (marked.isEmpty() && !isText(file)) {
			throw new HttpRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(),
					"The file is none of those that are taken: PDF, PNG, JPEG, WebP, GIF, or plain text in UTF-8. "
							+ "What it holds counts, not what it is said to be.");
		}
		return marked.orElse(FileType.TEXT);
	}

	private static boolean isText(Path file) throws IOException {
		char[] buffer = new char[8192];
		try (var text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder())) {
			for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
				for (int i = 0; i < read; i++) {
					if (Character.isISOControl(buffer[i]) && "\t\n\r\f".indexOf(buffer[i]) < 0) {
						return false;
					}
				}
			}
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	InputStream open() throws IOException {
		return Files.newInputStream(this.file);
	}

	@Override
	public void close() throws IOException {
		Files.delete(this.file);
	}

}
