package org.solidarity.campaign.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.solidarity.campaign.Campaign;
import org.solidarity.identity.Account;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Checks;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Component;

/** Records rows of new targets, whatever their number, in as many statements as one. */
@Component
class TargetRows {

	private final TargetRepository targets;

	private final Bodies bodies;

	TargetRows(TargetRepository targets, Bodies bodies) {
		this.targets = targets;
		this.bodies = bodies;
	}

	static String[] path(String[] at, String field) {
		String[] path = Arrays.copyOf(at, at.length + 1);
		path[at.length] = field;
		return path;
	}

	/**
	 * @param at where in the input a row stands
	 * @return of each row the target, or what is wrong with it
	 */
	List<AddTargets.RowResult> add(Viewer viewer, Campaign campaign, List<AddTargets.Row> rows,
			IntFunction<String[]> at) {
		Set<UUID> visible = this.bodies
			.nodes(viewer, rows.stream().map(row -> row.bodyId().of(Body.PREFIX)).distinct().toList())
			.keySet();
		Set<UUID> workers = this.targets.workersOn(campaign.id(),
				rows.stream().map(AddTargets.Row::ownerId).filter(Objects::nonNull).toList());
		Map<Integer, List<UserError>> errors = new HashMap<>();
		Map<UUID, AddTargets.Row> good = new HashMap<>();
		Set<UUID> seen = new HashSet<>();
		for (int i = 0; i < rows.size(); i++) {
			AddTargets.Row row = rows.get(i);
			UUID body = row.bodyId().of(Body.PREFIX);
			String[] here = at.apply(i);
			var checks = new Checks();
			AddTargets.Row.check(checks, row.priority(), row.ask(), row.followUpOn(), here);
			checks
				.that(visible.contains(body), UserError.Code.NOT_FOUND, "bodyId is not the id of a body.",
						path(here, "bodyId"))
				.that(seen.add(body), UserError.Code.TAKEN, "bodyId stands in the input twice; leave one of them.",
						path(here, "bodyId"));
			checkOwner(checks, row.ownerId(), workers, here);
			try {
				checks.done();
				good.put(body, row);
			}
			catch (Invalid invalid) {
				errors.put(i, invalid.errors());
			}
		}
		Map<UUID, Target> added = this.targets.insert(viewer, campaign.id(), good);
		List<AddTargets.RowResult> results = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			Target target = errors.containsKey(i) ? null : added.get(rows.get(i).bodyId().of(Body.PREFIX));
			results.add(new AddTargets.RowResult(i, target,
					target != null ? List.of() : errors.getOrDefault(i, List.of(UserError.of(UserError.Code.TAKEN,
							"bodyId is of a target of the campaign already.", path(at.apply(i), "bodyId"))))));
		}
		return results;
	}

	static void checkOwner(Checks checks, NodeId owner, Set<UUID> workers, String... at) {
		checks.that(owner == null || workers.contains(owner.of(Account.PREFIX)), UserError.Code.NOT_FOUND,
				"ownerId is not the id of an account that works on the campaign.", path(at, "ownerId"));
	}

}
