package org.solidarity.platform.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.limits.Limits;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** {@code node} and {@code nodes}: anything by its id, where the viewer may see it. */
@Controller
class NodeController {

	private final Map<String, NodeSource> sources;

	private final Limits limits;

	NodeController(List<NodeSource> sources, Limits limits) {
		this.limits = limits;
		this.sources = sources.stream().collect(Collectors.toMap(NodeSource::prefix, Function.identity()));
	}

	@QueryMapping
	@Nullable Node node(Viewer viewer, @Argument NodeId id) {
		return nodes(viewer, List.of(id)).getFirst();
	}

	@QueryMapping
	List<@Nullable Node> nodes(Viewer viewer, @Argument List<NodeId> ids) {
		Limits.check("nodeIds", ids.size(), this.limits.nodeIds());
		Map<NodeId, Node> found = new HashMap<>();
		ids.stream().collect(Collectors.groupingBy(NodeId::prefix)).forEach((prefix, same) -> {
			List<UUID> uuids = same.stream().map(NodeId::uuid).distinct().toList();
			NodeSource source = this.sources.get(prefix);
			if (source != null) {
				source.nodes(viewer, uuids).forEach((uuid, node) -> found.put(new NodeId(prefix, uuid), node));
			}
		});
		List<@Nullable Node> nodes = new ArrayList<>();
		ids.forEach(id -> nodes.add(found.get(id)));
		return nodes;
	}

}
