package org.solidarity.endorsement.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.solidarity.campaign.TargetImport;
import org.solidarity.organization.load.Finding;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Service;

/**
 * Takes in what sources say about endorsements, of bodies that were taken in before. It
 * adds targets, proceedings and what happened to them, each with its source and as
 * REPORTED; what is there stays as it is.
 */
@Service
public class EndorsementImport {

	private final EndorsementImportRepository endorsements;

	private final TargetImport targets;

	private final Transactions transactions;

	EndorsementImport(EndorsementImportRepository endorsements, TargetImport targets, Transactions transactions) {
		this.endorsements = endorsements;
		this.targets = targets;
		this.transactions = transactions;
	}

	/**
	 * What became of a batch.
	 *
	 * @param recorded events that were not there yet
	 */
	public record Outcome(int recorded, List<Finding> findings) {
	}

	/**
	 * Takes in a batch, all or nothing. The same rows again, in any order, change
	 * nothing. A campaign is never made: it needs a time zone and a currency, which no
	 * such file gives.
	 */
	public Outcome add(Viewer viewer, List<ImportedEndorsement> rows) {
		viewer.require(Permission.IMPORT);
		return this.transactions.write(viewer, () -> {
			Map<String, List<UUID>> campaigns = new HashMap<>();
			List<Finding> findings = new ArrayList<>();
			int recorded = 0;
			for (var row : rows) {
				var named = campaigns.computeIfAbsent(row.campaign(), name -> this.targets.campaigns(viewer, name));
				var bodies = this.endorsements.bodies(row.body());
				if (named.size() != 1) {
					findings.add(new Finding(row.line(), false, "campaign", row.campaign(),
							named.isEmpty() ? "there is no campaign of this name; only the body was recorded"
									: "several campaigns have this name; only the body was recorded"));
				}
				else if (bodies.size() == 1) {
					recorded += add(viewer, named.getFirst(), bodies.getFirst(), row);
				}
			}
			return new Outcome(recorded, findings);
		});
	}

	private int add(Viewer viewer, UUID campaign, UUID body, ImportedEndorsement row) {
		this.targets.add(viewer, campaign, body);
		if (row.stage() == null || this.endorsements.isRecorded(campaign, body, row, row.stage())) {
			return 0;
		}
		this.endorsements.insert(viewer, campaign, body, row, row.stage());
		return 1;
	}

}
