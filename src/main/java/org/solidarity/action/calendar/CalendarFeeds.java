package org.solidarity.action.calendar;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.identity.SignIns;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.springframework.stereotype.Service;

/**
 * The addresses that calendar programs read at. Each is of one account, lets in nowhere
 * else, and ends with the sessions that were begun before it was opened.
 */
@Service
class CalendarFeeds implements NodeSource {

	static final String PATH = "/calendar/feed.ics";

	private static final int MOST = 20;

	private final CalendarFeedRepository feeds;

	private final Campaigns campaigns;

	private final SignIns signIns;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	CalendarFeeds(CalendarFeedRepository feeds, Campaigns campaigns, SignIns signIns, Transactions transactions,
			Idempotency idempotency, Clock clock) {
		this.feeds = feeds;
		this.campaigns = campaigns;
		this.signIns = signIns;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	/** Whom an address lets in, to read and nothing else, and to what. */
	record Reader(Viewer viewer, @Nullable UUID campaignId) {
	}

	@Override
	public String prefix() {
		return CalendarFeed.PREFIX;
	}

	@Override
	public Map<UUID, CalendarFeed> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.feeds.find(viewer, ids));
	}

	/** The viewer's own open feeds, the latest first. */
	List<CalendarFeed> open(Viewer viewer) {
		viewer.require(Permission.READ);
		return this.transactions.read(viewer, () -> this.feeds.open(viewer));
	}

	/** Whom this secret lets in; empty where it is none of an open feed. */
	Optional<Reader> reader(String secret) {
		return this.transactions.read(Viewer.SYSTEM, () -> this.feeds.bySecret(FeedSecret.hash(secret)))
			.flatMap(feed -> this.signIns.viewer(feed.accountId(), feed.openedAt())
				.map(account -> new Reader(new Viewer(account.id(), account.role(), null, Set.of(Permission.READ)),
						feed.campaignId())));
	}

	/**
	 * A new feed, with its path.
	 * @throws Invalid where the input cannot stand, or the account has too many
	 * @throws Refused FORBIDDEN for an API token, which can be sent in a header
	 */
	OpenCalendarFeed.Payload open(Viewer viewer, OpenCalendarFeed.Input input) {
		viewer.require(Permission.READ);
		if (viewer.is(Role.PARTNER)) {
			throw new Refused(ErrorCode.FORBIDDEN, "Feeds are for accounts; send an API token in the header.");
		}
		String secret = FeedSecret.random();
		return this.transactions.write(viewer, () -> {
			UUID campaign = input.campaignId() == null ? null
					: this.campaigns.require(viewer, input.campaignId(), "input", "campaignId").id();
			boolean[] made = { false };
			UUID id = this.idempotency.once(viewer, "openCalendarFeed", input.idempotencyKey(), input, () -> {
				if (this.feeds.open(viewer).size() >= MOST) {
					throw new Invalid(UserError.Code.OUT_OF_RANGE,
							"You have " + MOST + " open feeds, which is the most; close one of them.", "input");
				}
				made[0] = true;
				return this.feeds.insert(viewer, campaign, FeedSecret.hash(secret), this.clock.instant());
			});
			return new OpenCalendarFeed.Payload(this.feeds.find(viewer, List.of(id)).get(id),
					made[0] ? PATH + "?key=" + secret : null);
		});
	}

	/**
	 * Ends a feed at once; one that has ended stays as it is.
	 * @throws Invalid NOT_FOUND where it is none of the viewer's
	 */
	CalendarFeed close(Viewer viewer, NodeId feed) {
		viewer.require(Permission.READ);
		UUID id = feed.of(CalendarFeed.PREFIX);
		return this.transactions.write(viewer, () -> {
			this.feeds.close(viewer, id, this.clock.instant());
			CalendarFeed closed = this.feeds.find(viewer, List.of(id)).get(id);
			if (closed == null) {
				throw new Invalid(UserError.Code.NOT_FOUND, "id is not the id of a calendar feed of yours.", "input",
						"id");
			}
			return closed;
		});
	}

}
