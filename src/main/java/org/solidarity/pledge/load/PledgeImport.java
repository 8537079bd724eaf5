package org.solidarity.pledge.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.CampaignImport;
import org.solidarity.campaign.TargetImport.Named;
import org.solidarity.member.MemberImport;
import org.solidarity.organization.load.Carriers;
import org.solidarity.organization.load.Finding;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.PledgeUnit;
import org.solidarity.pledge.Quantity;
import org.springframework.stereotype.Service;

/**
 * Takes in what another system keeps of pledges of money, and what came of them. A row is
 * known by the key under which that system keeps it. An import adds; what is there stays
 * as it is.
 */
@Service
public class PledgeImport {

	private static final String SEVERAL = "several bodies carry this identifier and none is verified; nothing is recorded";

	private final PledgeImportRepository pledges;

	private final CampaignImport campaigns;

	private final MemberImport members;

	private final Carriers carriers;

	private final Transactions transactions;

	PledgeImport(PledgeImportRepository pledges, CampaignImport campaigns, MemberImport members, Carriers carriers,
			Transactions transactions) {
		this.pledges = pledges;
		this.campaigns = campaigns;
		this.members = members;
		this.carriers = carriers;
		this.transactions = transactions;
	}

	/**
	 * What became of a batch.
	 *
	 * @param pledges and fulfilments that were not there yet
	 */
	public record Outcome(int pledges, int fulfilments, List<Finding> findings) {
	}

	/** Whose promise it is: of the body, or of a person known to it. */
	record Pledger(UUID body, @Nullable UUID person) {
	}

	/**
	 * Takes in a batch, all or nothing. The same rows again, in any order, change
	 * nothing.
	 */
	public Outcome add(Viewer viewer, List<ImportedPledge> rows) {
		viewer.require(Permission.IMPORT);
		return this.transactions.write(viewer, () -> {
			Map<String, Named> named = new HashMap<>();
			List<Finding> findings = new ArrayList<>();
			int recorded = 0;
			int fulfilled = 0;
			for (var row : rows) {
				var campaign = named.computeIfAbsent(row.campaign(),
						name -> this.campaigns.named(viewer, name, row.currency()));
				var known = this.pledges.known(campaign.id(), row);
				var pledge = known != null ? known.id() : insert(viewer, campaign, row, findings);
				recorded += known == null && pledge != null ? 1 : 0;
				if (known != null && !known.says(row)) {
					findings.add(finding(row, false, row.fields().amount(), row.amount().toPlainString(),
							"the pledge is recorded with another amount or currency; it stays as it is"));
				}
				else if (pledge != null && row.delivered() && campaign.active()) {
					fulfilled += this.pledges.fulfil(viewer, pledge, row);
				}
			}
			return new Outcome(recorded, fulfilled, findings);
		});
	}

	private @Nullable UUID insert(Viewer viewer, Named campaign, ImportedPledge row, List<Finding> findings) {
		var fault = fault(campaign, row);
		if (fault != null) {
			findings.add(fault);
			return null;
		}
		var bodies = this.carriers.of(row.pledger());
		var keepers = row.pseudonym() == null || !bodies.isEmpty() ? bodies : this.carriers.of(row.keeper());
		if (keepers.size() != 1) {
			findings.add(finding(row, true, row.fields().pledger(), row.pledger().value(), keepers.isEmpty()
					? "no body is recorded under this number, and no person is told; nothing is recorded" : SEVERAL));
			return null;
		}
		var body = keepers.iterator().next();
		var person = bodies.isEmpty() && row.pseudonym() != null
				? this.members.underPseudonym(viewer, body, row.pseudonym()) : null;
		return this.pledges.insert(viewer, campaign.id(), new Pledger(body, person), row);
	}

	private static @Nullable Finding fault(Named campaign, ImportedPledge row) {
		String amount = row.amount().toPlainString();
		if (!campaign.active()) {
			return finding(row, true, "", row.campaign(),
					"the campaign is closed, or several have its name; nothing is recorded");
		}
		if (!Quantity.isMoney(row.currency())) {
			return finding(row, true, row.fields().currency(), row.currency(), "no money is paid in this currency");
		}
		if (row.amount().signum() <= 0 || row.amount().compareTo(BigDecimal.TEN.pow(15)) > 0) {
			return finding(row, true, row.fields().amount(), amount,
					"this is not more than nothing, up to 1000000000000000; nothing is promised by it");
		}
		return row.amount().stripTrailingZeros().scale() > Quantity.scale(PledgeUnit.CURRENCY, row.currency())
				? finding(row, true, row.fields().amount(), amount, "this has more decimal places than the currency")
				: null;
	}

	private static Finding finding(ImportedPledge row, boolean rejected, String field, String value, String reason) {
		return new Finding(row.line(), rejected, field, value, reason);
	}

}
