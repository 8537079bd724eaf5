package org.solidarity.exchange.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A file as it lies there, packed by gzip or not, in an encoding to be found out. */
public class SourceFile {

	private static final int BUFFER = 1 << 16;

	private static final byte[] GZIP = { 0x1f, (byte) 0x8b };

	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	private final Path path;

	private final ImportLimits limits;

	public SourceFile(Path path, ImportLimits limits) {
		this.path = path;
		this.limits = limits;
	}

	/**
	 * Reads the whole file once, without keeping it: whether it can be read to its end,
	 * what it is, and in which encoding. One byte that is not UTF-8 makes the whole file
	 * Windows-1252.
	 * @param told the encoding that the user tells; null for none
	 * @throws ImportRefused where the file cannot be read, is empty, not whole or too
	 * large, or is not in the encoding told
	 */
	public Inspection inspect(@Nullable Charset told) {
		if (!Files.isRegularFile(this.path)) {
			throw new ImportRefused(this.path + " is not a file.");
		}
		try (var raw = new DigestInputStream(Files.newInputStream(this.path), MessageDigest.getInstance("SHA-256"));
				var content = unpack(raw)) {
			var encoding = new EncodingCheck();
			var buffer = new byte[BUFFER];
			for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
				encoding.add(buffer, read);
			}
			raw.transferTo(java.io.OutputStream.nullOutputStream());
			return encoding.result(this.path, told, raw.getMessageDigest().digest(), Files.size(this.path));
		}
		catch (EOFException | ZipException ex) {
			throw new ImportRefused(this.path + " is not a whole gzip file.");
		}
		catch (IOException ex) {
			throw new ImportRefused(this.path + " cannot be read.");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Opens the text, after the byte order mark.
	 * @param position told how many bytes of the file were read
	 */
	public BufferedReader open(Inspection inspection, LongConsumer position) throws IOException {
		var content = unpack(new CountedStream(Files.newInputStream(this.path), position));
		content.skipNBytes(inspection.markLength());
		return new BufferedReader(new InputStreamReader(content,
				inspection.charset()
					.newDecoder()
					.onMalformedInput(CodingErrorAction.REPLACE)
					.onUnmappableCharacter(CodingErrorAction.REPLACE)),
				BUFFER);
	}

	private InputStream unpack(InputStream raw) throws IOException {
		var bytes = new BufferedInputStream(raw, BUFFER);
		bytes.mark(4);
		var start = bytes.readNBytes(4);
		bytes.reset();
		if (Arrays.equals(start, ZIP)) {
			throw new ImportRefused(this.path + " is a zip file, as spreadsheets are; save it as CSV, or unpack it.");
		}
		boolean packed = Arrays.equals(start, 0, Math.min(2, start.length), GZIP, 0, 2);
		long most = this.limits.fileSize().toBytes();
		if (packed) {
			most = Math.min(most, Math.max(1 << 24, Files.size(this.path) * this.limits.packing()));
		}
		long bound = most;
		return new CountedStream(packed ? new GZIPInputStream(bytes, BUFFER) : bytes, count -> refuse(count, bound));
	}

	private void refuse(long count, long most) {
		if (count > most) {
			throw new ImportRefused(this.path + " holds more than the " + most
					+ " bytes that its size allows (crm.import.file-size, crm.import.packing).");
		}
	}

}
