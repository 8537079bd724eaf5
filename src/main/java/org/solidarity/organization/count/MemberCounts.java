package org.solidarity.organization.count;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** Observations of how many members bodies have; none is ever overwritten. */
@Service
class MemberCounts implements NodeSource {

	private final MemberCountRepository counts;

	private final Bodies bodies;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	MemberCounts(MemberCountRepository counts, Bodies bodies, Transactions transactions, Idempotency idempotency,
			Clock clock) {
		this.counts = counts;
		this.bodies = bodies;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return MemberCount.PREFIX;
	}

	@Override
	public Map<UUID, MemberCount> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.counts.find(viewer, ids));
	}

	Map<UUID, Connection<MemberCount>> of(Viewer viewer, Collection<UUID> ids, PageRequest page) {
		return this.transactions.read(viewer, () -> this.counts.of(viewer, ids, page));
	}

	/** What counted on the day, today where none is given; a body without is absent. */
	Map<UUID, MemberCount> latest(Viewer viewer, Collection<UUID> ids, @Nullable LocalDate asOf) {
		var day = Objects.requireNonNullElseGet(asOf, () -> LocalDate.now(this.clock));
		return this.transactions.read(viewer, () -> this.counts.latest(viewer, ids, day));
	}

	MemberCount record(Viewer viewer, RecordMemberCount.Input input) {
		viewer.require(Permission.RECORD_BODIES);
		input.check(LocalDate.now(this.clock));
		return this.transactions.write(viewer, () -> {
			Body body = this.bodies.require(viewer, input.bodyId(), "input", "bodyId");
			UUID id = this.idempotency.once(viewer, "recordMemberCount", input.idempotencyKey(), input,
					() -> this.counts.insert(viewer, body.id(), input));
			return Objects.requireNonNull(this.counts.find(viewer, List.of(id)).get(id));
		});
	}

}
