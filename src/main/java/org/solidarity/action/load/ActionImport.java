package org.solidarity.action.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.solidarity.campaign.CampaignImport;
import org.solidarity.campaign.TargetImport.Named;
import org.solidarity.organization.load.Carriers;
import org.solidarity.organization.load.Finding;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Service;

/**
 * Takes in what sources say about actions. Rows of one day, place, kind and title are
 * about one action; the sizes that they tell stand side by side, each with its source. An
 * import adds; what is there stays as it is.
 */
@Service
public class ActionImport {

	private final ActionImportRepository actions;

	private final CampaignImport campaigns;

	private final Carriers carriers;

	private final Transactions transactions;

	ActionImport(ActionImportRepository actions, CampaignImport campaigns, Carriers carriers,
			Transactions transactions) {
		this.actions = actions;
		this.campaigns = campaigns;
		this.carriers = carriers;
		this.transactions = transactions;
	}

	/**
	 * What became of a batch.
	 *
	 * @param actions and headcounts that were not there yet
	 */
	public record Outcome(int actions, int headcounts, List<Finding> findings) {
	}

	/**
	 * Takes in a batch, all or nothing. The same rows again change nothing. A row that
	 * names no body is about an action that another row names one for.
	 */
	public Outcome add(Viewer viewer, List<ImportedAction> rows) {
		viewer.require(Permission.IMPORT);
		return this.transactions.write(viewer, () -> {
			Map<String, Named> named = new HashMap<>();
			List<Finding> findings = new ArrayList<>();
			int recorded = 0;
			int counted = 0;
			for (var row : withHostsFirst(rows)) {
				var campaign = named.computeIfAbsent(row.campaign(), name -> this.campaigns.named(viewer, name, "USD"));
				var bodies = bodies(row);
				var known = this.actions.known(campaign.id(), row);
				if (!campaign.active() || (known.isEmpty() && bodies.isEmpty())) {
					findings.add(refused(row, campaign));
					continue;
				}
				recorded += known.isEmpty() ? 1 : 0;
				UUID action = known.orElseGet(() -> this.actions.insert(viewer, campaign.id(), bodies.getFirst(), row));
				this.actions.addCoSponsors(viewer, action, bodies);
				counted += row.size() == null ? 0 : this.actions.count(viewer, campaign.id(), action, row, row.size());
			}
			return new Outcome(recorded, counted, findings);
		});
	}

	private static List<ImportedAction> withHostsFirst(List<ImportedAction> rows) {
		return rows.stream().sorted(Comparator.comparing(row -> row.organizers().isEmpty())).toList();
	}

	/** Those that one body alone answers to; of the others the import of bodies tells. */
	private List<UUID> bodies(ImportedAction row) {
		var bodies = new LinkedHashSet<UUID>();
		row.organizers()
			.stream()
			.map(this.carriers::of)
			.filter(carriers -> carriers.size() == 1)
			.forEach(bodies::addAll);
		return List.copyOf(bodies);
	}

	private static Finding refused(ImportedAction row, Named campaign) {
		return campaign.active()
				? new Finding(row.line(), true, row.field(), null,
						"no body is named as its host, and no action of this day, place, kind and title is recorded")
				: new Finding(row.line(), true, "", row.campaign(),
						"the campaign is closed, or several have its name; nothing is recorded");
	}

}
