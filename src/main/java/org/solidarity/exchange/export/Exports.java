package org.solidarity.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.solidarity.campaign.Campaign;
import org.solidarity.campaign.Campaigns;
import org.solidarity.organization.Bodies;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.pledge.totals.PledgeGrouping;
import org.solidarity.pledge.totals.Totals;
import org.springframework.stereotype.Service;

/**
 * Writes what the viewer may see of a campaign into a file, from one snapshot, with a few
 * rows in memory at once.
 */
@Service
class Exports {

	private final List<Listing> listings;

	private final ExportRuns runs;

	private final Campaigns campaigns;

	private final Transactions transactions;

	private final ExportLimits limits;

	private final Clock clock;

	private final Set<UUID> running = ConcurrentHashMap.newKeySet();

	Exports(List<Listing> lists, Totals totals, Bodies bodies, ExportRuns runs, Campaigns campaigns,
			Transactions transactions, ExportLimits limits, Clock clock) {
		this.listings = new ArrayList<>(lists);
		this.listings.add(new TotalListing(totals, bodies, null));
		for (PledgeGrouping grouping : PledgeGrouping.values()) {
			this.listings.add(new TotalListing(totals, bodies, grouping));
		}
		this.listings.sort(Comparator.comparing(Listing::name));
		this.runs = runs;
		this.campaigns = campaigns;
		this.transactions = transactions;
		this.limits = limits;
		this.clock = clock;
	}

	/** Where the file goes, once it is known that there will be one, and its name. */
	interface Destination {

		OutputStream open(String fileName) throws IOException;

	}

	/**
	 * @throws Refused where there is nothing of that name, the viewer may not, or too
	 * many exports run; before anything is written
	 */
	void write(Viewer viewer, NodeId campaignId, String name, Format format, Destination to) {
		viewer.require(Permission.READ);
		Listing listing = listing(name);
		Campaign campaign = this.campaigns.listenTo(viewer, campaignId);
		begin(viewer);
		try {
			UUID run = this.runs.begin(viewer, campaign.id(), name, format);
			var count = new long[1];
			boolean whole = false;
			try {
				this.transactions.read(viewer, () -> {
					this.runs.giveTime();
					write(viewer, campaign, listing, format, to, count);
					return null;
				});
				whole = true;
			}
			finally {
				this.runs.end(run, count[0], whole);
			}
		}
		finally {
			this.running.remove(viewer.id());
		}
	}

	private Listing listing(String name) {
		return this.listings.stream()
			.filter(listing -> listing.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new Refused(ErrorCode.BAD_USER_INPUT, "There is no such export; there are "
					+ String.join(", ", this.listings.stream().map(Listing::name).toList()) + "."));
	}

	private void begin(Viewer viewer) {
		boolean full;
		synchronized (this.running) {
			full = this.running.size() >= this.limits.atOnce() || !this.running.add(viewer.id());
		}
		if (full) {
			throw new Refused(ErrorCode.RATE_LIMITED,
					"Another export of yours is running, or too many of others; try again in a minute.",
					Map.of("limit", "exports", "allowed", 1, "retryAfter", 60L));
		}
	}

	private void write(Viewer viewer, Campaign campaign, Listing listing, Format format, Destination to, long[] count) {
		Instant end = this.clock.instant().plus(this.limits.time());
		try {
			var sheet = format.begin(to
				.open(listing.name() + "-" + campaign.today(this.clock) + "." + format.name().toLowerCase(Locale.ROOT)),
					listing.headings());
			listing.read(viewer, campaign, cells -> {
				if (this.clock.instant().isAfter(end)) {
					throw new Refused(ErrorCode.LIMIT_EXCEEDED,
							"The export took longer than " + this.limits.time() + ".");
				}
				try {
					sheet.row(cells);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
				count[0]++;
			});
			sheet.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
