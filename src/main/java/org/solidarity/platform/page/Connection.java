package org.solidarity.platform.page;

import java.util.List;

/**
 * A page of rows.
 *
 * @param totalCount all rows that the viewer may see under the filter; 0 unless
 * {@link PageRequest#counted}
 */
public record Connection<R>(List<Edge<R>> edges, PageInfo pageInfo, int totalCount) {

	public List<R> nodes() {
		return this.edges.stream().map(Edge::node).toList();
	}

}
