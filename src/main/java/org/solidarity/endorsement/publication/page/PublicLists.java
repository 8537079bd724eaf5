package org.solidarity.endorsement.publication.page;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The open lists of endorsers. They need no permission: anyone may read them. */
@Service
class PublicLists {

	/** A list and all that stand in it. */
	record Whole(PublicList list, List<PublicEndorser> endorsers) {
	}

	private final PublicListRepository lists;

	private final Transactions transactions;

	private final Clock clock;

	PublicLists(PublicListRepository lists, Transactions transactions, Clock clock) {
		this.lists = lists;
		this.transactions = transactions;
		this.clock = clock;
	}

	Optional<PublicList> find(Viewer viewer, String slug) {
		return this.transactions.read(viewer, () -> this.lists.find(slug, this.clock.instant()));
	}

	/** The list at the slug, with all that stand in it by name. */
	Optional<Whole> whole(Viewer viewer, String slug) {
		return this.transactions.read(viewer,
				() -> find(viewer, slug).map(list -> new Whole(list, this.lists.all(list.id(), this.clock.instant()))));
	}

	/** A page of those who stand in each list. */
	Map<UUID, Connection<PublicEndorser>> pages(Viewer viewer, Collection<UUID> lists, PageRequest page) {
		return this.transactions.read(viewer, () -> this.lists.pages(lists, page, this.clock.instant()));
	}

	Map<UUID, List<PublicEndorser.Count>> counts(Viewer viewer, Collection<UUID> lists) {
		return this.transactions.read(viewer, () -> this.lists.counts(lists, this.clock.instant()));
	}

	Optional<PublicListRepository.Image> logo(Viewer viewer, String slug, UUID logo) {
		return this.transactions.read(viewer, () -> this.lists.logo(slug, logo, this.clock.instant()));
	}

}
