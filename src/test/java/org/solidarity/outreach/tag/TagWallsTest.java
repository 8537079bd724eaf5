package org.solidarity.outreach.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.BODY_TAG;
import static org.solidarity.platform.jooq.Tables.TAG;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Outreach;
import org.solidarity.support.Outreach.Scene;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees and uses which tags, with either wall taken down. */
@ApiTest
class TagWallsTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Walls walls;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	Outreach outreach;

	Scene scene;

	@BeforeEach
	void aCampaign() {
		this.scene = this.outreach.scene("Tagged Local");
	}

	@Test
	void eachSeesAndUsesTheirOwnWithEitherWallTakenDown() {
		var own = this.scene.tagged("Hostile board");
		var global = this.outreach.tag(this.scene.staff(), null, "Everywhere " + UUID.randomUUID(), null)
			.text("/createTag/tag/id");
		this.outreach.tagging(this.scene.staff(), "tagBodies", own, this.scene.bodyId());
		this.outreach.tagging(this.scene.staff(), "tagBodies", global, this.scene.bodyId());
		var coordinator = this.viewers.coordinator(this.scene.body());
		this.some.worksOn(this.scene.campaign(), coordinator);
		var elsewhere = this.viewers.coordinator(this.some.local("Elsewhere"));
		this.some.worksOn(this.scene.campaign(), elsewhere);
		var partner = this.viewers.partner(this.scene.body());
		this.some.shareActions(this.scene.campaign(), partner);
		var outside = this.viewers.staff();
		var administrator = this.viewers.administrator();
		var both = List.of(own, global);
		Runnable seen = () -> {
			sees(this.scene.staff(), both, 2, 1, 1);
			sees(this.viewers.auditor(), both, 2, 1, 1);
			sees(coordinator, both, 2, 1, 1);
			sees(elsewhere, both, 0, 0, 0);
			sees(outside, both, 1, null, 1);
			sees(partner, both, 0, null, null);
			sees(administrator, both, 0, null, null);
		};
		seen.run();
		this.walls.without(() -> {
			seen.run();
			return null;
		}, "tag", "body_tag");
		var ids = List.of(NodeId.valueOf(own).uuid(), NodeId.valueOf(global).uuid());
		assertThat(List
			.of(this.scene.staff(), coordinator, elsewhere, outside, partner, administrator, this.viewers.auditor())
			.stream()
			.map(viewer -> count(viewer, TAG, TAG.ID.in(ids)) + " " + count(viewer, BODY_TAG, BODY_TAG.TAG_ID.in(ids))))
			.containsExactly("2 2", "2 2", "2 0", "1 1", "0 0", "0 0", "2 2");
		this.outreach.tagging(coordinator, "untagBodies", own, this.scene.bodyId())
			.is("{untagBodies: {tag: {id: '%s'}, changed: 1, errors: []}}".formatted(own));
		this.outreach.tagging(elsewhere, "tagBodies", own, this.scene.bodyId())
			.hasUserErrors("NOT_FOUND input.bodyIds");
		this.outreach.tagging(outside, "tagBodies", own, this.scene.bodyId()).hasUserErrors("NOT_FOUND input.tagId");
		for (Viewer other : List.of(partner, administrator, this.viewers.auditor())) {
			this.outreach.tagging(other, "tagBodies", own, this.scene.bodyId()).isRefused("FORBIDDEN");
		}
		this.outreach.tag(coordinator, this.scene.campaign(), "X", null).isRefused("FORBIDDEN");
	}

	@Test
	void nobodyTagsBehindTheCodeWhatIsNotTheirs() {
		var own = NodeId.valueOf(this.scene.tagged("Own")).uuid();
		var elsewhere = this.viewers.coordinator(this.some.local("Elsewhere"));
		this.some.worksOn(this.scene.campaign(), elsewhere);
		for (Viewer other : List.of(elsewhere, this.viewers.staff(), this.viewers.partner(this.scene.body()),
				this.viewers.administrator(), this.viewers.auditor())) {
			assertThatThrownBy(() -> this.transactions.write(other,
					() -> this.sql.insertInto(BODY_TAG)
						.set(BODY_TAG.TAG_ID, own)
						.set(BODY_TAG.BODY_ID, this.scene.body())
						.execute()))
				.as("for %s", other.role())
				.hasStackTraceContaining("row-level security");
		}
		for (Viewer reader : List.of(elsewhere, this.viewers.auditor())) {
			assertThat(this.transactions.<Integer>write(reader,
					() -> this.sql.update(TAG).set(TAG.LABEL, "Changed").where(TAG.ID.eq(own)).execute()))
				.isZero();
		}
		assertThatThrownBy(() -> this.transactions.write(elsewhere,
				() -> this.sql.insertInto(TAG)
					.set(TAG.CAMPAIGN_ID, this.scene.campaign())
					.set(TAG.LABEL, "Planted")
					.execute()))
			.hasStackTraceContaining("row-level security");
	}

	/** How often a tag is seen; null where it is not there. */
	private void sees(Viewer viewer, List<String> ids, int ofBody, Integer bodiesOfOwn, Integer bodiesOfGlobal) {
		var all = this.api.ask(viewer, """
				query ($ids: [ID!]!, $b: ID!) { nodes(ids: $ids) { ... on Tag { bodies { totalCount } } }
				  node(id: $b) { ... on Body { tags { totalCount } } } }""", "ids", ids, "b", this.scene.bodyId());
		assertThat(all.at("/node/tags/totalCount").asInt()).as("%s", viewer.role()).isEqualTo(ofBody);
		assertThat(all.at("/nodes")
			.valueStream()
			.map(node -> node.isNull() ? null : (Integer) node.at("/bodies/totalCount").asInt()))
			.as("%s", viewer.role())
			.containsExactly(bodiesOfOwn, bodiesOfGlobal);
	}

	private int count(Viewer viewer, Table<?> table, Condition which) {
		return this.transactions.read(viewer, () -> this.sql.fetchCount(table, which));
	}

}
