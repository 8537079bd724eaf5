package org.solidarity.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.load.ImportedAction;
import org.solidarity.endorsement.load.ImportedEndorsement;
import org.solidarity.exchange.file.CsvRows;
import org.solidarity.exchange.file.ImportRefused;
import org.solidarity.exchange.file.RejectedRow;
import org.solidarity.exchange.file.Row;
import org.solidarity.exchange.mapping.Mapping;
import org.solidarity.organization.load.Finding;
import org.solidarity.organization.load.ImportedRow;
import org.solidarity.pledge.load.ImportedPledge;

/** Rows of a file that are understood, and what is wrong with them and others. */
final class Batch {

	private final Mapping mapping;

	private final Mapping.Days days;

	private final List<ImportedRow> rows = new ArrayList<>();

	private final List<ImportedEndorsement> endorsements = new ArrayList<>();

	private final List<ImportedPledge> pledges = new ArrayList<>();

	private final List<ImportedAction> actions = new ArrayList<>();

	private final List<Finding> findings = new ArrayList<>();

	private int read;

	private boolean last;

	private @Nullable ImportRefused broken;

	private Batch(Mapping mapping, Mapping.Days days) {
		this.mapping = mapping;
		this.days = days;
	}

	/** The next rows, as many as there are up to the size. */
	static Batch read(CsvRows rows, int size, Mapping mapping, Mapping.Days days) {
		var batch = new Batch(mapping, days);
		try {
			while (batch.read < size && !batch.last) {
				batch.add(rows.next());
			}
		}
		catch (ImportRefused ex) {
			batch.broken = ex;
			batch.last = true;
		}
		return batch;
	}

	private void add(@Nullable Row row) {
		if (row == null) {
			this.last = true;
			return;
		}
		try {
			row.checkForm();
			var understood = this.mapping.understand(row, this.days);
			understood.bodies().forEach(body -> this.rows.add(new ImportedRow(row.line(), body)));
			this.endorsements.addAll(understood.endorsements());
			this.pledges.addAll(understood.pledges());
			this.actions.addAll(understood.actions());
			this.findings.addAll(row.findings());
		}
		catch (RejectedRow ex) {
			this.findings.add(ex.finding());
		}
		this.read++;
	}

	List<ImportedRow> rows() {
		return this.rows;
	}

	List<ImportedEndorsement> endorsements() {
		return this.endorsements;
	}

	List<ImportedPledge> pledges() {
		return this.pledges;
	}

	List<ImportedAction> actions() {
		return this.actions;
	}

	List<Finding> findings() {
		return this.findings;
	}

	/** How many rows of the file it is. */
	int size() {
		return this.read;
	}

	/** Whether none comes after it. */
	boolean isLast() {
		return this.last;
	}

	/** Why none comes after it, where the file goes on but cannot be read. */
	@Nullable ImportRefused broken() {
		return this.broken;
	}

	/** The finding with the file's own name for what it is about. */
	Finding named(Finding finding) {
		@Nullable String column = this.mapping.parts().get(finding.field());
		return column == null ? finding
				: new Finding(finding.line(), finding.rejected(), column, finding.value(), finding.reason());
	}

}
