package org.solidarity.endorsement.forwarding;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.endorsement.Proceeding;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/**
 * What the proceedings that the viewer may see were forwarded to, and the recording of
 * it.
 */
@Service
class Forwardings implements NodeSource {

	private final ForwardingRepository forwardings;

	private final Proceedings proceedings;

	private final Campaigns campaigns;

	private final Bodies bodies;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	Forwardings(ForwardingRepository forwardings, Proceedings proceedings, Campaigns campaigns, Bodies bodies,
			Transactions transactions, Idempotency idempotency, Clock clock) {
		this.forwardings = forwardings;
		this.proceedings = proceedings;
		this.campaigns = campaigns;
		this.bodies = bodies;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return Forwarding.PREFIX;
	}

	@Override
	public Map<UUID, Forwarding> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.forwardings.find(viewer, ids));
	}

	/** The forwardings of each parent, in the order of recording. */
	Map<UUID, Connection<Forwarding>> of(Viewer viewer, Field<UUID> parent, Collection<UUID> parents, PageRequest page,
			boolean retracted) {
		return this.transactions.read(viewer, () -> this.forwardings.list(viewer, parent, parents, page, retracted));
	}

	/**
	 * Records that a body sent its text on.
	 * @throws Invalid where the input cannot stand
	 */
	Forwarding forward(Viewer viewer, ForwardProceeding.Input input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "forwardProceeding", input.idempotencyKey(), input, () -> {
				Proceeding proceeding = this.proceedings.require(viewer, input.proceedingId(), "input", "proceedingId");
				input.check(this.campaigns.nodes(viewer, List.of(proceeding.campaignId()))
					.get(proceeding.campaignId())
					.today(this.clock));
				return this.forwardings.insert(viewer, proceeding.id(), recipient(viewer, proceeding, input.bodyId()),
						input);
			});
			return nodes(viewer, List.of(id)).get(id);
		});
	}

	private @Nullable UUID recipient(Viewer viewer, Proceeding proceeding, @Nullable NodeId id) {
		if (id == null) {
			return null;
		}
		UUID body = this.bodies.require(viewer, id, "input", "bodyId").id();
		if (body.equals(proceeding.bodyId())) {
			throw new Invalid(UserError.Code.INVALID,
					"bodyId is the body itself; what is sent elsewhere within it is recorded by referResolution.",
					"input", "bodyId");
		}
		return body;
	}

	/**
	 * Records that a forwarding did not happen as it was recorded.
	 * @throws Invalid TAKEN where that was recorded before
	 */
	Forwarding retract(Viewer viewer, ForwardProceeding.Retraction input) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		input.check();
		return new Violations()
			.of("forwarding_is_retracted_once", UserError.Code.TAKEN,
					"id is of a forwarding that was retracted before.", "input", "id")
			.during(() -> this.transactions.write(viewer, () -> {
				Forwarding forwarding = require(viewer, input.id(), "input", "id");
				this.forwardings.retract(viewer, forwarding.id(), input.reason());
				return nodes(viewer, List.of(forwarding.id())).get(forwarding.id());
			}));
	}

	/**
	 * Opens the proceeding in which the receiving body takes the text up.
	 * @throws Invalid where none can come of the forwarding
	 */
	ForwardingResult.Payload open(Viewer viewer, ForwardingResult.Open input) {
		return result(viewer, input.forwardingId(), forwarding -> {
			UUID id = this.idempotency.once(viewer, "openForwardedProceeding", input.idempotencyKey(), input, () -> {
				Proceeding of = this.proceedings.nodes(viewer, List.of(forwarding.proceedingId()))
					.get(forwarding.proceedingId());
				requireOpen(forwarding);
				Proceeding opened = this.proceedings.open(viewer,
						input.opening(of, new NodeId(Body.PREFIX, forwarding.bodyId())));
				this.forwardings.link(viewer, forwarding.id(), opened.id());
				return opened.id();
			});
			return this.proceedings.nodes(viewer, List.of(id)).get(id);
		});
	}

	/**
	 * Records that a proceeding is the one in which the receiving body took the text up.
	 * @throws Invalid where it cannot have come of the forwarding
	 */
	ForwardingResult.Payload link(Viewer viewer, ForwardingResult.Link input) {
		return result(viewer, input.forwardingId(), forwarding -> {
			requireOpen(forwarding);
			Proceeding result = this.proceedings.require(viewer, input.proceedingId(), "input", "proceedingId");
			Proceeding of = this.proceedings.nodes(viewer, List.of(forwarding.proceedingId()))
				.get(forwarding.proceedingId());
			if (!result.bodyId().equals(forwarding.bodyId()) || !result.campaignId().equals(of.campaignId())) {
				throw new Invalid(UserError.Code.INVALID,
						"proceedingId must be a proceeding of the body that received the text, in the same campaign.",
						"input", "proceedingId");
			}
			this.forwardings.link(viewer, forwarding.id(), result.id());
			return result;
		});
	}

	private ForwardingResult.Payload result(Viewer viewer, NodeId id, Function<Forwarding, Proceeding> work) {
		viewer.require(Permission.RECORD_ENDORSEMENTS);
		return new Violations().of("forwarding_has_one_result", UserError.Code.TAKEN,
				"forwardingId has a result already; where that is wrong, retract the forwarding and record it again.",
				"input", "forwardingId")
			.during(() -> this.transactions.write(viewer, () -> {
				Forwarding forwarding = require(viewer, id, "input", "forwardingId");
				Proceeding result = work.apply(forwarding);
				return new ForwardingResult.Payload(nodes(viewer, List.of(forwarding.id())).get(forwarding.id()),
						result);
			}));
	}

	private static void requireOpen(Forwarding forwarding) {
		if (forwarding.bodyId() == null || forwarding.retraction() != null) {
			throw new Invalid(UserError.Code.INVALID,
					"forwardingId is of a forwarding to an official, or of one that was retracted; nothing comes of these.",
					"input", "forwardingId");
		}
	}

	private Forwarding require(Viewer viewer, NodeId id, String... path) {
		UUID uuid = id.of(Forwarding.PREFIX);
		Forwarding forwarding = nodes(viewer, List.of(uuid)).get(uuid);
		if (forwarding == null) {
			throw new Invalid(UserError.Code.NOT_FOUND, path[path.length - 1] + " is not the id of a forwarding.",
					path);
		}
		return forwarding;
	}

}
