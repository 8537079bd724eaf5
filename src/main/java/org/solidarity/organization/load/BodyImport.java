package org.solidarity.organization.load;

import java.util.List;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Service;

/**
 * Takes in bodies by the batch. An import adds: bodies, identifiers, other names,
 * relations and member counts that are not there yet. What is there stays as it is; where
 * the file says otherwise, a finding tells.
 */
@Service
public class BodyImport {

	private final BodyImportRepository batch;

	private final Transactions transactions;

	BodyImport(BodyImportRepository batch, Transactions transactions) {
		this.batch = batch;
		this.transactions = transactions;
	}

	/**
	 * Takes in a batch, all or nothing. The same rows again, in any order, change
	 * nothing.
	 */
	public Outcome add(Viewer viewer, List<ImportedRow> rows) {
		viewer.require(Permission.IMPORT);
		return this.transactions.write(viewer, () -> {
			this.batch.begin();
			this.batch.copy(rows);
			var outcome = this.batch.takeIn(viewer);
			this.batch.end();
			return outcome;
		});
	}

}
