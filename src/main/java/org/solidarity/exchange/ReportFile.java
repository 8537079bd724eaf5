package org.solidarity.exchange;

import static org.solidarity.platform.csv.Cells.harmless;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.exchange.file.ImportRefused;
import org.solidarity.organization.load.Finding;

/**
 * The file beside the input that says what is wrong with which row. A value that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
class ReportFile implements AutoCloseable {

	private static final byte[] HEADER = "line,severity,field,value,reason\n".getBytes(StandardCharsets.UTF_8);

	private final Path path;

	private final FileChannel file;

	private ReportFile(Path path) throws IOException {
		this.path = path;
		this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
	}

	/**
	 * Beside the input, or in the working directory where that cannot be written.
	 * @throws ImportRefused where neither can
	 */
	static ReportFile of(Path input) {
		var beside = input.toAbsolutePath().resolveSibling(input.getFileName() + ".report.csv");
		var here = Path.of("").toAbsolutePath().resolve(beside.getFileName());
		for (var path : List.of(beside, here)) {
			try {
				return new ReportFile(path);
			}
			catch (IOException ex) {
				continue;
			}
		}
		throw new ImportRefused("The report can be written neither to " + beside + " nor to " + here + ".");
	}

	Path path() {
		return this.path;
	}

	/** Whether what a run wrote is still there. */
	boolean holds(long bytes) {
		try {
			return bytes >= HEADER.length && Files.size(this.path) >= bytes;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Begins anew. */
	long begin() {
		goBack(0);
		return write(ByteBuffer.wrap(HEADER));
	}

	/** Forgets what comes after. */
	void goBack(long bytes) {
		try {
			this.file.truncate(bytes).position(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Adds to it, on the disk. */
	long write(List<Finding> findings) {
		var text = new StringWriter();
		try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
			for (var finding : findings) {
				csv.writeRecord(Long.toString(finding.line()), finding.rejected() ? "REJECTED" : "DOUBTFUL",
						finding.field(), harmless(finding.value()), finding.reason());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return write(StandardCharsets.UTF_8.encode(text.toString()));
	}

	private long write(ByteBuffer bytes) {
		try {
			while (bytes.hasRemaining()) {
				this.file.write(bytes);
			}
			this.file.force(false);
			return this.file.position();
		}
		catch (IOException ex) {
			throw new ImportRefused("The report " + this.path + " cannot be written: is the disk full?");
		}
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
