package org.solidarity.endorsement.report;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.endorsement.Moment;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** Reports of endorsements, which for a past day and moment never change. */
@Service
class Reports {

	private final ReportRepository reports;

	private final Campaigns campaigns;

	private final Transactions transactions;

	private final Clock clock;

	Reports(ReportRepository reports, Campaigns campaigns, Transactions transactions, Clock clock) {
		this.reports = reports;
		this.campaigns = campaigns;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * The report of each campaign whose endorsements the viewer may see; the others have
	 * none, rather than one that says that nobody endorses.
	 */
	Map<UUID, EndorsementReport> of(Viewer viewer, Collection<UUID> ids, Moment moment) {
		return this.transactions.read(viewer, () -> {
			Map<UUID, ReportKey> keys = new LinkedHashMap<>();
			for (Campaign campaign : this.campaigns.nodes(viewer, this.reports.reported(viewer, ids)).values()) {
				keys.put(campaign.id(), new ReportKey(campaign.id(),
						moment.asOf() != null ? moment.asOf() : campaign.today(this.clock)));
			}
			return this.reports.of(viewer, List.copyOf(keys.values()), moment.asKnownAt(), moment.knownAt(this.clock));
		});
	}

	/** The endorsing bodies of each campaign, by name. */
	Map<UUID, Connection<Endorsement>> list(Viewer viewer, List<UUID> campaigns, PageRequest page, Moment moment) {
		List<ReportKey> keys = campaigns.stream()
			.map(campaign -> new ReportKey(campaign, Objects.requireNonNull(moment.asOf())))
			.toList();
		return this.transactions.read(viewer, () -> this.reports.list(viewer, keys, moment.knownAt(this.clock), page));
	}

}
