package org.solidarity.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.exchange.file.CsvRows;
import org.solidarity.exchange.file.ImportLimits;
import org.solidarity.exchange.file.ImportRefused;
import org.solidarity.exchange.file.RejectedRow;
import org.solidarity.exchange.file.Row;
import org.solidarity.exchange.mapping.Mapping;
import org.solidarity.organization.load.BodyImport;
import org.solidarity.organization.load.Finding;
import org.solidarity.organization.load.ImportedRow;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** Hands the rows of a file on, a batch and a transaction at a time. */
@Component
class Batches {

	private static final int ATTEMPTS = 3;

	private final BodyImport bodies;

	private final ImportRuns runs;

	private final Transactions transactions;

	private final int size;

	Batches(BodyImport bodies, ImportRuns runs, Transactions transactions, ImportLimits limits) {
		this.bodies = bodies;
		this.runs = runs;
		this.transactions = transactions;
		this.size = limits.batch();
	}

	/** Reads on from where the run is, to the end. */
	ImportRun takeIn(ImportRun begun, CsvRows rows, Mapping mapping, Mapping.Days days, ReportFile report,
			Progress progress) {
		for (long skipped = 0; skipped < begun.rowsDone(); skipped++) {
			rows.next();
		}
		var run = begun;
		var batch = new Batch(mapping, days);
		ImportRefused broken = null;
		for (boolean more = true; more;) {
			try {
				var row = rows.next();
				more = row != null;
				if (row != null) {
					batch.add(row);
				}
			}
			catch (ImportRefused ex) {
				broken = ex;
				more = false;
			}
			if (batch.read == this.size || (!more && batch.read > 0)) {
				run = takeIn(run, batch, report);
				progress.add(batch.read);
				batch = new Batch(mapping, days);
			}
		}
		if (broken != null) {
			throw new ImportRefused(broken.getMessage() + " The " + run.rowsDone() + " rows before it are taken in.");
		}
		return run;
	}

	/**
	 * Tries again where somebody else recorded one of the bodies, or waited for one, at
	 * the same moment.
	 */
	private ImportRun takeIn(ImportRun run, Batch batch, ReportFile report) {
		for (int attempt = 1;; attempt++) {
			try {
				return this.transactions.write(Viewer.SYSTEM, () -> record(run, batch, report));
			}
			catch (TransientDataAccessException | DataIntegrityViolationException ex) {
				report.goBack(run.reportBytes());
				if (attempt == ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

	private ImportRun record(ImportRun run, Batch batch, ReportFile report) {
		var outcome = this.bodies.add(Viewer.SYSTEM, batch.rows);
		var findings = new ArrayList<>(batch.findings);
		outcome.findings().forEach(finding -> findings.add(batch.named(finding)));
		findings.sort(Comparator.comparingLong(Finding::line));
		var advanced = new ImportRun(run.id(), run.rowsDone() + batch.read, report.write(findings));
		this.runs.advance(advanced, Tallies.of(outcome, findings));
		return advanced;
	}

	/** Rows that are understood, and what is wrong with them and others. */
	private static final class Batch {

		private final Mapping mapping;

		private final Mapping.Days days;

		private final List<ImportedRow> rows = new ArrayList<>();

		private final List<Finding> findings = new ArrayList<>();

		private int read;

		Batch(Mapping mapping, Mapping.Days days) {
			this.mapping = mapping;
			this.days = days;
		}

		void add(Row row) {
			try {
				row.checkWidth();
				this.rows.add(new ImportedRow(row.line(), this.mapping.map(row, this.days)));
				this.findings.addAll(row.findings());
			}
			catch (RejectedRow ex) {
				this.findings.add(ex.finding());
			}
			this.read++;
		}

		/** The finding with the file's own name for what it is about. */
		Finding named(Finding finding) {
			@Nullable String column = this.mapping.parts().get(finding.field());
			return column == null ? finding
					: new Finding(finding.line(), finding.rejected(), column, finding.value(), finding.reason());
		}

	}

}
