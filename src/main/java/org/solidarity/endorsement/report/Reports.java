package org.solidarity.endorsement.report;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
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
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** Reports of endorsements, which for a past day and moment never change. */
@Service
class Reports {

	private final ReportRepository reports;

	private final EndorsementRepository endorsements;

	private final Campaigns campaigns;

	private final Transactions transactions;

	private final Clock clock;

	Reports(ReportRepository reports, EndorsementRepository endorsements, Campaigns campaigns,
			Transactions transactions, Clock clock) {
		this.reports = reports;
		this.endorsements = endorsements;
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
			Map<UUID, Shown.Key> keys = new LinkedHashMap<>();
			for (Campaign campaign : this.campaigns.nodes(viewer, this.reports.reported(viewer, ids)).values()) {
				keys.put(campaign.id(), new Shown.Key(campaign.id(),
						moment.asOf() != null ? moment.asOf() : campaign.today(this.clock)));
			}
			return keys.isEmpty() ? Map.of()
					: reports(viewer, List.copyOf(keys.values()), moment, moment.knownAt(this.clock));
		});
	}

	private Map<UUID, EndorsementReport> reports(Viewer viewer, List<Shown.Key> keys, Moment moment, Instant knownAt) {
		var cells = this.reports.cells(viewer, keys, knownAt);
		var targets = viewer.is(Role.PARTNER) ? null : this.reports.targets(viewer, keys, knownAt);
		Map<UUID, EndorsementReport> reports = new HashMap<>();
		keys.forEach(key -> reports.put(key.campaign(),
				new EndorsementReport(key.campaign(), new Moment(key.asOf(), moment.asKnownAt()),
						cells.getOrDefault(key.campaign(), List.of()),
						targets == null ? null : targets.getOrDefault(key.campaign(), TargetShare.NONE))));
		return reports;
	}

	/** The endorsing bodies of each campaign, by name. */
	Map<UUID, Connection<Endorsement>> list(Viewer viewer, List<UUID> campaigns, PageRequest page, Moment moment) {
		List<Shown.Key> keys = campaigns.stream()
			.map(campaign -> new Shown.Key(campaign, Objects.requireNonNull(moment.asOf())))
			.toList();
		return this.transactions.read(viewer, () -> {
			Map<UUID, Endorsement> numbered = new HashMap<>();
			this.endorsements.all(viewer, keys, moment.knownAt(this.clock))
				.values()
				.forEach(all -> Ordinal.number(all).forEach(one -> numbered.put(one.proceedingId(), one)));
			return this.endorsements.page(viewer, campaigns, numbered, page);
		});
	}

}
