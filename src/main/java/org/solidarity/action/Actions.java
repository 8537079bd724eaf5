package org.solidarity.action;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.action.setting.Schedule;
import org.solidarity.campaign.Campaigns;
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
import org.solidarity.platform.jooq.enums.ActionStatus;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The actions that the viewer may see, and the recording of them. */
@Service
public class Actions implements NodeSource {

	private static final int MOST_CO_SPONSORS = 100;

	private final ActionRepository actions;

	private final Bodies bodies;

	private final Campaigns campaigns;

	private final Transactions transactions;

	private final Idempotency idempotency;

	Actions(ActionRepository actions, Bodies bodies, Campaigns campaigns, Transactions transactions,
			Idempotency idempotency) {
		this.actions = actions;
		this.bodies = bodies;
		this.campaigns = campaigns;
		this.transactions = transactions;
		this.idempotency = idempotency;
	}

	@Override
	public String prefix() {
		return Action.PREFIX;
	}

	@Override
	public Map<UUID, Action> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.actions.find(viewer, ids));
	}

	/**
	 * The action with this id.
	 * @param path where in the input the id stands
	 * @throws Invalid NOT_FOUND where there is none that the viewer may see
	 */
	public Action require(Viewer viewer, NodeId id, String... path) {
		UUID uuid = id.of(Action.PREFIX);
		Action action = nodes(viewer, List.of(uuid)).get(uuid);
		if (action == null) {
			throw new Invalid(UserError.Code.NOT_FOUND, path[path.length - 1] + " is not the id of an action.", path);
		}
		return action;
	}

	/**
	 * The action with this id, whose seats nobody else gives away until the transaction
	 * ends.
	 * @throws Invalid NOT_FOUND as {@link #require}
	 */
	public Action lock(Viewer viewer, NodeId id, String... path) {
		this.actions.lock(require(viewer, id, path).id());
		return require(viewer, id, path);
	}

	/**
	 * The body with this id, in whose name the viewer records.
	 * @throws Invalid NOT_FOUND where there is none
	 */
	public Body requireOwn(Viewer viewer, NodeId id, String... path) {
		Body body = this.bodies.require(viewer, id, path);
		if (!this.actions.recordsFor(viewer, body.id())) {
			throw new Invalid(UserError.Code.NOT_FOUND,
					path[path.length - 1] + " is not the id of a body that you record for.", path);
		}
		return body;
	}

	public Connection<Action> list(Viewer viewer, PageRequest page, ActionList list) {
		return this.transactions.read(viewer, () -> this.actions.list(viewer, page, list));
	}

	/** For each campaign a page of its actions. */
	public Map<UUID, Connection<Action>> ofCampaigns(Viewer viewer, Collection<UUID> campaigns, PageRequest page,
			ActionList list) {
		return this.transactions.read(viewer, () -> this.actions.ofCampaigns(viewer, campaigns, page, list));
	}

	/** For each body a page of the actions that it hosts or co-sponsors. */
	Map<UUID, Connection<Action>> ofBodies(Viewer viewer, Collection<UUID> bodies, PageRequest page, ActionList list) {
		return this.transactions.read(viewer, () -> this.actions.ofBodies(viewer, bodies, page, list));
	}

	/** For each action the bodies that co-sponsor it, by name. */
	Map<Action, List<Body>> coSponsors(Viewer viewer, List<Action> actions) {
		return this.transactions.read(viewer, () -> {
			var ids = this.actions.coSponsors(actions.stream().map(Action::id).toList());
			var found = this.bodies.nodes(viewer, ids.values().stream().flatMap(List::stream).distinct().toList());
			Map<Action, List<Body>> of = new HashMap<>();
			actions.forEach(action -> of.put(action,
					ids.getOrDefault(action.id(), List.of())
						.stream()
						.map(found::get)
						.filter(Objects::nonNull)
						.toList()));
			return of;
		});
	}

	/**
	 * @throws Invalid where the input cannot stand
	 */
	Action create(Viewer viewer, CreateAction.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		input.details().check();
		return this.transactions.write(viewer, () -> {
			UUID campaign = this.campaigns.requireOpen(viewer, input.campaignId(), "input", "campaignId").id();
			UUID host = requireOwn(viewer, input.hostId(), "input", "hostId").id();
			List<UUID> coSponsors = requireAll(viewer, input.coSponsorIds());
			UUID id = this.idempotency.once(viewer, "createAction", input.idempotencyKey(), input, () -> {
				UUID made = this.actions.insert(viewer, campaign, host, input.details(), null);
				this.actions.setCoSponsors(viewer, made, coSponsors);
				return made;
			});
			return this.actions.find(viewer, List.of(id)).get(id);
		});
	}

	/**
	 * Another action of which all is said that is said of this one, at another time.
	 * @return its id
	 */
	public UUID repeat(Viewer viewer, Action source, Schedule schedule) {
		UUID made = this.actions.insert(viewer, source.campaignId(), source.hostId(), source.details().at(schedule),
				source.id());
		this.actions.setCoSponsors(viewer, made,
				this.actions.coSponsors(List.of(source.id())).getOrDefault(source.id(), List.of()));
		return made;
	}

	/**
	 * @throws Invalid where the input cannot stand
	 */
	UpdateAction.Payload update(Viewer viewer, UpdateAction.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		return this.transactions.write(viewer, () -> {
			Action before = requireHosted(viewer, input.id(), "input", "id");
			Details after = input.over(before.details());
			after.check();
			this.actions.lock(before.id());
			this.actions.update(viewer, before.id(), input.expectedVersion(), after);
			if (input.coSponsorIds() != null) {
				this.actions.setCoSponsors(viewer, before.id(), requireAll(viewer, input.coSponsorIds()));
			}
			if (!after.schedule().equals(before.schedule())) {
				this.actions.askAgain(before.id());
			}
			int promoted = this.actions.promoteWaiting(before.id());
			return new UpdateAction.Payload(require(viewer, input.id(), "input", "id"), promoted);
		});
	}

	/**
	 * @throws Invalid where the action was cancelled
	 */
	Action confirm(Viewer viewer, ConfirmAction.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		return this.transactions.write(viewer, () -> {
			Action before = requireHosted(viewer, input.id(), "input", "id");
			if (before.status() == ActionStatus.CANCELLED) {
				throw new Invalid(UserError.Code.MOVE_NOT_ALLOWED,
						"A cancelled action stays cancelled; create another one.", "input", "id");
			}
			if (before.status() == ActionStatus.TENTATIVE) {
				this.actions.turn(viewer, before.id(), input.expectedVersion(), ActionStatus.CONFIRMED, null);
			}
			return require(viewer, input.id(), "input", "id");
		});
	}

	/**
	 * @throws Invalid where the input cannot stand
	 */
	Action cancel(Viewer viewer, CancelAction.Input input) {
		viewer.require(Permission.RECORD_ACTIONS);
		input.check();
		return this.transactions.write(viewer, () -> {
			Action before = requireHosted(viewer, input.id(), "input", "id");
			if (before.status() != ActionStatus.CANCELLED) {
				this.actions.turn(viewer, before.id(), input.expectedVersion(), ActionStatus.CANCELLED, input.reason());
			}
			return require(viewer, input.id(), "input", "id");
		});
	}

	/**
	 * The action with this id, whose host the viewer records for.
	 * @param path where in the input the id stands
	 * @throws Invalid NOT_FOUND where there is none
	 */
	public Action requireHosted(Viewer viewer, NodeId id, String... path) {
		Action action = require(viewer, id, path);
		if (!this.actions.recordsFor(viewer, action.hostId())) {
			throw new Invalid(UserError.Code.NOT_FOUND,
					path[path.length - 1] + " is not the id of an action whose host you record for.", path);
		}
		return action;
	}

	private List<UUID> requireAll(Viewer viewer, @Nullable List<NodeId> ids) {
		if (ids == null) {
			return List.of();
		}
		if (ids.size() > MOST_CO_SPONSORS) {
			throw new Invalid(UserError.Code.OUT_OF_RANGE,
					"coSponsorIds holds more than " + MOST_CO_SPONSORS + " bodies.", "input", "coSponsorIds");
		}
		List<UUID> uuids = ids.stream().map(id -> id.of(Body.PREFIX)).distinct().toList();
		if (this.bodies.nodes(viewer, uuids).size() < uuids.size()) {
			throw new Invalid(UserError.Code.NOT_FOUND, "coSponsorIds holds an id that is not the id of a body.",
					"input", "coSponsorIds");
		}
		return uuids;
	}

}
