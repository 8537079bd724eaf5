package org.solidarity.endorsement.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.solidarity.campaign.TargetImport;
import org.solidarity.campaign.TargetImport.Named;
import org.solidarity.endorsement.load.EndorsementImportRepository.Said;
import org.solidarity.organization.load.Carriers;
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

	private final Carriers carriers;

	private final Transactions transactions;

	EndorsementImport(EndorsementImportRepository endorsements, TargetImport targets, Carriers carriers,
			Transactions transactions) {
		this.endorsements = endorsements;
		this.targets = targets;
		this.carriers = carriers;
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
	 * such file gives. Of a row whose identifier leads to no body, or to several, the
	 * import of the bodies has told why.
	 */
	public Outcome add(Viewer viewer, List<ImportedEndorsement> rows) {
		viewer.require(Permission.IMPORT);
		return this.transactions.write(viewer, () -> {
			Map<String, List<Named>> campaigns = new HashMap<>();
			List<Finding> findings = new ArrayList<>();
			int recorded = 0;
			for (var row : rows) {
				var named = campaigns.computeIfAbsent(row.campaign(), name -> this.targets.campaigns(viewer, name));
				var bodies = this.carriers.of(row.body());
				if (named.size() != 1 || !named.getFirst().active()) {
					findings.add(doubt(row, "campaign", row.campaign(), fault(named)));
				}
				else if (bodies.size() == 1) {
					recorded += add(viewer, named.getFirst().id(), bodies.iterator().next(), row, findings);
				}
			}
			return new Outcome(recorded, findings);
		});
	}

	private int add(Viewer viewer, UUID campaign, UUID body, ImportedEndorsement row, List<Finding> findings) {
		this.targets.add(viewer, campaign, body);
		if (row.stage() == null) {
			return 0;
		}
		var said = this.endorsements.said(campaign, body, row, row.stage());
		if (said.isEmpty()) {
			this.endorsements.insert(viewer, campaign, body, row, row.stage());
			return 1;
		}
		if (!said.contains(new Said(row.decisionBody(), row.reason()))) {
			findings.add(doubt(row, "campaign", row.campaign(),
					"the same source is recorded with other words about the same act and day; these were left out"));
		}
		return 0;
	}

	private static String fault(List<Named> named) {
		if (named.size() == 1) {
			return "this campaign is closed; only the body was recorded";
		}
		return named.isEmpty() ? "there is no campaign of this name; only the body was recorded"
				: "several campaigns have this name; only the body was recorded";
	}

	private static Finding doubt(ImportedEndorsement row, String field, String value, String reason) {
		return new Finding(row.line(), false, field, value, reason);
	}

}
