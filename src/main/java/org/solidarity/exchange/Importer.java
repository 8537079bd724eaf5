package org.solidarity.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.solidarity.exchange.file.CsvRows;
import org.solidarity.exchange.file.ImportLimits;
import org.solidarity.exchange.file.ImportRefused;
import org.solidarity.exchange.file.Inspection;
import org.solidarity.exchange.file.SourceFile;
import org.solidarity.exchange.mapping.Mapping;
import org.solidarity.platform.jooq.enums.ImportState;
import org.springframework.stereotype.Service;

/**
 * Takes in a file, batch by batch. Each batch moves the position of its run in its own
 * transaction, so an import that was cut off goes on after its last batch.
 */
@Service
class Importer {

	private final List<Mapping> mappings;

	private final ImportRuns runs;

	private final Batches batches;

	private final ImportLimits limits;

	private final Clock clock;

	Importer(List<Mapping> mappings, ImportRuns runs, Batches batches, ImportLimits limits, Clock clock) {
		this.mappings = mappings;
		this.runs = runs;
		this.batches = batches;
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * @param out told the progress and the summary, line by line
	 * @throws ImportRefused where the file cannot be taken in to its end; what was taken
	 * in before stays
	 */
	void run(ImportRequest request, Consumer<String> out) {
		var mapping = mapping(request.mapping());
		var file = new SourceFile(request.file(), this.limits);
		var inspection = file.inspect(request.encoding());
		var days = days(request);
		this.runs.alone(() -> {
			var progress = new Progress(out, this.clock, inspection.size());
			try (var text = file.open(inspection, progress::position)) {
				read(request, mapping, days, inspection, text, progress).print(out);
			}
			catch (IOException ex) {
				throw new ImportRefused(request.file() + " cannot be read.");
			}
		});
	}

	private Summary read(ImportRequest request, Mapping mapping, Mapping.Days days, Inspection inspection,
			BufferedReader text, Progress progress) throws IOException {
		try (var rows = CsvRows.read(text, this.limits, mapping.columns(), mapping.name());
				var report = ReportFile.of(request.file())) {
			var run = begin(request, inspection, report);
			if (run.rowsDone() > 0) {
				progress.say("Going on after row " + run.rowsDone() + ", where an import of this file was cut off.");
			}
			try {
				run = this.batches.takeIn(run, rows, mapping, days, report, progress);
				this.runs.end(run, ImportState.FINISHED);
			}
			catch (ImportRefused ex) {
				this.runs.end(run, ImportState.FAILED);
				throw ex;
			}
			return new Summary(run.rowsDone(), this.runs.tallies(run), rows.header(), inspection.charset().name(),
					report.path(), progress);
		}
	}

	private ImportRun begin(ImportRequest request, Inspection inspection, ReportFile report) {
		var cutOff = this.runs.unfinished(inspection.sha256(), request).filter(run -> report.holds(run.reportBytes()));
		cutOff.ifPresent(run -> report.goBack(run.reportBytes()));
		return cutOff.orElseGet(() -> this.runs.begin(inspection.sha256(), request, report.begin()));
	}

	private Mapping.Days days(ImportRequest request) {
		var today = LocalDate.now(this.clock);
		var asOf = request.asOf();
		if (asOf != null && (asOf.isAfter(today) || asOf.getYear() < 1900)) {
			throw new ImportRefused("No count can be as of " + asOf + "; tell a day from 1900-01-01 to today, " + today
					+ ", by --as-of.");
		}
		return new Mapping.Days(today, asOf != null ? asOf : lastChanged(request.file()));
	}

	private static LocalDate lastChanged(Path file) {
		try {
			return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Mapping mapping(String name) {
		return this.mappings.stream()
			.filter(mapping -> mapping.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new ImportRefused("There is no mapping " + name + "; there are "
					+ String.join(", ", this.mappings.stream().map(Mapping::name).sorted().toList()) + "."));
	}

}
