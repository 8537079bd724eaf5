package org.solidarity.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.solidarity.action.load.ActionImport;
import org.solidarity.endorsement.load.EndorsementImport;
import org.solidarity.exchange.file.CsvRows;
import org.solidarity.exchange.file.ImportLimits;
import org.solidarity.exchange.file.ImportRefused;
import org.solidarity.exchange.mapping.Mapping;
import org.solidarity.organization.load.BodyImport;
import org.solidarity.organization.load.Finding;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.ImportTally;
import org.solidarity.pledge.load.PledgeImport;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** Hands the rows of a file on, a batch and a transaction at a time. */
@Component
class Batches {

	private static final int ATTEMPTS = 3;

	private final BodyImport bodies;

	private final EndorsementImport endorsements;

	private final PledgeImport pledges;

	private final ActionImport actions;

	private final ImportRuns runs;

	private final Transactions transactions;

	private final int size;

	Batches(BodyImport bodies, EndorsementImport endorsements, PledgeImport pledges, ActionImport actions,
			ImportRuns runs, Transactions transactions, ImportLimits limits) {
		this.bodies = bodies;
		this.endorsements = endorsements;
		this.pledges = pledges;
		this.actions = actions;
		this.runs = runs;
		this.transactions = transactions;
		this.size = limits.batch();
	}

	/**
	 * Reads on from where the run is, to the end; a batch is read while the one before it
	 * is taken in.
	 */
	ImportRun takeIn(ImportRun begun, CsvRows rows, Mapping mapping, Mapping.Days days, ReportFile report,
			Progress progress) {
		for (long skipped = 0; skipped < begun.rowsDone(); skipped++) {
			rows.next();
		}
		var run = begun;
		try (var reader = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("import-reader").factory())) {
			Callable<Batch> read = () -> Batch.read(rows, this.size, mapping, days);
			var next = reader.submit(read);
			Batch batch;
			do {
				batch = get(next);
				if (!batch.isLast()) {
					next = reader.submit(read);
				}
				if (batch.size() > 0) {
					run = takeIn(run, batch, report);
					progress.add(batch.size());
				}
			}
			while (!batch.isLast());
			var broken = batch.broken();
			if (broken != null) {
				throw new ImportRefused(
						broken.getMessage() + " The " + run.rowsDone() + " rows before it are taken in.");
			}
			return run;
		}
	}

	private static Batch get(Future<Batch> reading) {
		try {
			return reading.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
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
		var outcome = this.bodies.add(Viewer.SYSTEM, batch.rows());
		var findings = new ArrayList<>(batch.findings());
		outcome.findings().forEach(finding -> findings.add(batch.named(finding)));
		var endorsed = this.endorsements.add(Viewer.SYSTEM, batch.endorsements());
		endorsed.findings().forEach(finding -> findings.add(batch.named(finding)));
		var pledged = this.pledges.add(Viewer.SYSTEM, batch.pledges());
		findings.addAll(pledged.findings());
		var acted = this.actions.add(Viewer.SYSTEM, batch.actions());
		findings.addAll(acted.findings());
		findings.sort(Comparator.comparingLong(Finding::line));
		var advanced = new ImportRun(run.id(), run.rowsDone() + batch.size(), report.write(findings));
		var tallies = Tallies.of(outcome, findings);
		tallies.add(ImportTally.ENDORSEMENTS, "", endorsed.recorded());
		tallies.add(ImportTally.PLEDGES, "", pledged.pledges());
		tallies.add(ImportTally.FULFILMENTS, "", pledged.fulfilments());
		tallies.add(ImportTally.ACTIONS, "", acted.actions());
		tallies.add(ImportTally.HEADCOUNTS, "", acted.headcounts());
		this.runs.advance(advanced, tallies);
		return advanced;
	}

}
