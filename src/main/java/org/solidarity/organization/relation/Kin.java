package org.solidarity.organization.relation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.Body;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The bodies above and below others on a day, today where none is given. */
@Service
class Kin {

	private final KinRepository kin;

	private final Transactions transactions;

	private final Clock clock;

	Kin(KinRepository kin, Transactions transactions, Clock clock) {
		this.kin = kin;
		this.transactions = transactions;
		this.clock = clock;
	}

	Map<UUID, List<Body>> parents(Viewer viewer, Collection<UUID> ids, @Nullable LocalDate at) {
		return this.transactions.read(viewer, () -> this.kin.parents(viewer, ids, day(at)));
	}

	Map<UUID, List<Body>> ancestors(Viewer viewer, Collection<UUID> ids, @Nullable LocalDate at) {
		return this.transactions.read(viewer, () -> this.kin.ancestors(viewer, ids, day(at)));
	}

	Map<UUID, Connection<Body>> descendants(Viewer viewer, Collection<UUID> ids, PageRequest page,
			@Nullable LocalDate at) {
		return this.transactions.read(viewer, () -> this.kin.descendants(viewer, ids, page, day(at)));
	}

	private LocalDate day(@Nullable LocalDate at) {
		return Objects.requireNonNullElseGet(at, () -> LocalDate.now(this.clock));
	}

}
