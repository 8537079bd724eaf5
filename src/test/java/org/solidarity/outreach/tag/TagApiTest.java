package org.solidarity.outreach.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.BODY_TAG;
import static org.solidarity.platform.jooq.Tables.TAG;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class TagApiTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Statements statements;

	@Autowired
	Walls walls;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	Viewer staff;

	UUID campaign;

	UUID body;

	@BeforeEach
	void aCampaign() {
		this.staff = this.viewers.staff();
		this.campaign = this.some.campaign(this.staff);
		this.body = this.some.local("Tagged Local");
	}

	@Test
	void aTagIsMadeSaidOtherwiseAndRetired() {
		var id = create(this.staff, this.campaign, "Überzeugt", "#1f77b4").text("/createTag/tag/id");
		create(this.staff, this.campaign, "uberzeugt", null).hasUserErrors("TAKEN input.label");
		create(this.staff, this.campaign, " ", "red").hasUserErrors("REQUIRED input.label", "INVALID input.colour");
		create(this.staff, this.campaign, "x".repeat(61), null).hasUserErrors("TOO_LONG input.label");
		create(this.staff, this.some.campaign(), "Y", null).hasUserErrors("NOT_FOUND input.campaignId");
		create(this.staff, this.campaign, "Other", null).hasUserErrors();
		var update = """
				mutation ($id: ID!, $v: Int!, $label: String) { updateTag(input: {id: $id, expectedVersion: $v, label: $label, colour: null}) {
				  tag { label colour version } errors { code path } } }""";
		this.api.ask(this.staff, update, "id", id, "v", 1, "label", "OTHER").hasUserErrors("TAKEN input.label");
		this.api.ask(this.staff, update, "id", id, "v", 1, "label", "Sure")
			.is("{updateTag: {tag: {label: 'Sure', colour: null, version: 2}, errors: []}}");
		this.api.ask(this.staff, update, "id", id, "v", 1, "label", "Late").isRefused("CONFLICT");
		change(this.staff, "tagBodies", id, bodyId());
		var retire = "mutation ($id: ID!, $v: Int!) { retireTag(input: {id: $id, expectedVersion: $v}) { tag { retired } errors { code path } } }";
		this.api.ask(this.staff, retire, "id", id, "v", 2).is("{retireTag: {tag: {retired: true}, errors: []}}");
		this.api.ask(this.staff, retire, "id", id, "v", 3).hasUserErrors("MOVE_NOT_ALLOWED input.id");
		change(this.staff, "tagBodies", id, bodyId()).hasUserErrors("MOVE_NOT_ALLOWED input.tagId");
		create(this.staff, this.campaign, "Sure", null).hasUserErrors();
		this.api
			.ask(this.staff, """
					query ($c: ID!, $b: ID!) { node(id: $c) { ... on Campaign { tags { nodes { label } totalCount }
					  all: tags(withRetired: true) { totalCount } } }
					  body: node(id: $b) { ... on Body { tags { totalCount } } } }""", "c",
					Some.id("cam", this.campaign), "b", bodyId())
			.is("""
					{node: {tags: {nodes: [{label: 'Other'}, {label: 'Sure'}], totalCount: 2}, all: {totalCount: 3}},
					  body: {tags: {totalCount: 0}}}""");
	}

	@Test
	void bodiesAreTaggedAndUntaggedAndFoundByTheirTag() {
		var tag = create(this.staff, this.campaign, "Ready", null).text("/createTag/tag/id");
		var other = Some.id("bod", this.some.local("Another Local"));
		change(this.staff, "tagBodies", tag, bodyId(), other, bodyId())
			.is("{tagBodies: {tag: {id: '%s'}, changed: 2, errors: []}}".formatted(tag));
		change(this.staff, "tagBodies", tag, bodyId())
			.is("{tagBodies: {tag: {id: '%s'}, changed: 0, errors: []}}".formatted(tag));
		var query = """
				query ($t: ID!, $f: BodyFilter) { node(id: $t) { ... on Tag { bodies(filter: $f) { totalCount nodes {
				  name tags { nodes { tag { label campaign { id } } taggedBy { id } } } } } } } }""";
		this.api.ask(this.staff, query, "t", tag, "f", Map.of("name", Map.of("startsWith", "tagged")))
			.is("""
					{node: {bodies: {totalCount: 1, nodes: [{name: 'Tagged Local',
					  tags: {nodes: [{tag: {label: 'Ready', campaign: {id: '%s'}}, taggedBy: {id: '%s'}}]}}]}}}"""
				.formatted(Some.id("cam", this.campaign), Some.id("acc", this.staff.id())));
		assertThat(this.api.ask(this.staff, query, "t", tag).at("/node/bodies/totalCount").asInt()).isEqualTo(2);
		change(this.staff, "untagBodies", tag, other, other)
			.is("{untagBodies: {tag: {id: '%s'}, changed: 1, errors: []}}".formatted(tag));
		change(this.staff, "untagBodies", tag, other)
			.is("{untagBodies: {tag: {id: '%s'}, changed: 0, errors: []}}".formatted(tag));
		change(this.staff, "tagBodies", tag, other);
		this.api
			.ask(this.staff, "query ($t: ID!) { node(id: $t) { ... on Tag { bodies { totalCount nodes { name } } } } }",
					"t", tag)
			.is("{node: {bodies: {totalCount: 2, nodes: [{name: 'Another Local'}, {name: 'Tagged Local'}]}}}");
		assertThat(this.transactions.<Integer>read(Viewer.SYSTEM,
				() -> this.sql.fetchCount(BODY_TAG, BODY_TAG.TAG_ID.eq(NodeId.valueOf(tag).uuid()))))
			.as("with what it had before")
			.isEqualTo(3);
		change(this.staff, "tagBodies", tag).hasUserErrors("OUT_OF_RANGE input.bodyIds");
		change(this.staff, "tagBodies", tag, bodyId(), "bod_x").hasUserErrors("NOT_FOUND input.bodyIds");
		change(this.staff, "tagBodies", "tag_x", bodyId()).hasUserErrors("NOT_FOUND input.tagId");
	}

	@Test
	void whoTagAtOnceTagOnce() throws Exception {
		var tag = create(this.staff, this.campaign, "At once", null).text("/createTag/tag/id");
		var start = new CyclicBarrier(3);
		Callable<Answer> act = () -> {
			start.await();
			return change(this.staff, "tagBodies", tag, bodyId());
		};
		int changed = 0;
		try (var threads = Executors.newFixedThreadPool(3)) {
			for (var answer : threads.invokeAll(List.of(act, act, act))) {
				changed += answer.get().at("/tagBodies/changed").asInt();
			}
		}
		assertThat(changed).isEqualTo(1);
	}

	@Test
	void eachSeesAndUsesTheirOwnWithEitherWallTakenDown() {
		var own = create(this.staff, this.campaign, "Hostile board", null).text("/createTag/tag/id");
		var global = create(this.staff, null, "Everywhere " + UUID.randomUUID(), null).text("/createTag/tag/id");
		change(this.staff, "tagBodies", own, bodyId());
		change(this.staff, "tagBodies", global, bodyId());
		var coordinator = this.viewers.coordinator(this.body);
		this.some.worksOn(this.campaign, coordinator);
		var elsewhere = this.viewers.coordinator(this.some.local("Elsewhere"));
		this.some.worksOn(this.campaign, elsewhere);
		var partner = this.viewers.partner(this.body);
		this.some.shareActions(this.campaign, partner);
		var outside = this.viewers.staff();
		var administrator = this.viewers.administrator();
		var both = List.of(own, global);
		Runnable seen = () -> {
			sees(this.staff, both, 2, 1, 1);
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
		assertThat(List.of(this.staff, coordinator, elsewhere, outside, partner, administrator, this.viewers.auditor())
			.stream()
			.map(viewer -> count(viewer, TAG, TAG.ID.in(ids)) + " " + count(viewer, BODY_TAG, BODY_TAG.TAG_ID.in(ids))))
			.containsExactly("2 2", "2 2", "2 0", "1 1", "0 0", "0 0", "2 2");
		change(coordinator, "untagBodies", own, bodyId())
			.is("{untagBodies: {tag: {id: '%s'}, changed: 1, errors: []}}".formatted(own));
		change(elsewhere, "tagBodies", own, bodyId()).hasUserErrors("NOT_FOUND input.bodyIds");
		change(outside, "tagBodies", own, bodyId()).hasUserErrors("NOT_FOUND input.tagId");
		for (Viewer other : List.of(partner, administrator, this.viewers.auditor())) {
			change(other, "tagBodies", own, bodyId()).isRefused("FORBIDDEN");
		}
		create(coordinator, this.campaign, "X", null).isRefused("FORBIDDEN");
	}

	@Test
	void nobodyTagsBehindTheCodeWhatIsNotTheirs() {
		var own = NodeId.valueOf(create(this.staff, this.campaign, "Own", null).text("/createTag/tag/id")).uuid();
		var elsewhere = this.viewers.coordinator(this.some.local("Elsewhere"));
		this.some.worksOn(this.campaign, elsewhere);
		for (Viewer other : List.of(elsewhere, this.viewers.staff(), this.viewers.partner(this.body),
				this.viewers.administrator(), this.viewers.auditor())) {
			assertThatThrownBy(() -> this.transactions.write(other,
					() -> this.sql.insertInto(BODY_TAG)
						.set(BODY_TAG.TAG_ID, own)
						.set(BODY_TAG.BODY_ID, this.body)
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
				() -> this.sql.insertInto(TAG).set(TAG.CAMPAIGN_ID, this.campaign).set(TAG.LABEL, "Planted").execute()))
			.hasStackTraceContaining("row-level security");
	}

	@Test
	void fiftyTaggedBodiesCostAsManyStatementsAsOne() {
		var tag = create(this.staff, this.campaign, "Many", null).text("/createTag/tag/id");
		change(this.staff, "tagBodies", tag, bodyId());
		var query = """
				query ($t: ID!) { node(id: $t) { ... on Tag { bodies(first: 100) { nodes { name
				  tags(first: 3) { nodes { tag { label campaign { name } } taggedBy { name } } } } } } } }""";
		int one = this.statements.during(() -> this.api.ask(this.staff, query, "t", tag).at("/node"));
		List<String> bodies = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			bodies.add(Some.id("bod", this.some.local("Among many " + i)));
		}
		change(this.staff, "tagBodies", tag, bodies.toArray(String[]::new));
		int fifty = this.statements.during(() -> this.api.ask(this.staff, query, "t", tag).at("/node"));
		assertThat(fifty).isEqualTo(one).isLessThanOrEqualTo(5);
	}

	/** How often a tag is seen; null where it is not there. */
	private void sees(Viewer viewer, List<String> ids, int ofBody, Integer bodiesOfOwn, Integer bodiesOfGlobal) {
		var all = this.api.ask(viewer, """
				query ($ids: [ID!]!, $b: ID!) { nodes(ids: $ids) { ... on Tag { bodies { totalCount } } }
				  node(id: $b) { ... on Body { tags { totalCount } } } }""", "ids", ids, "b", bodyId());
		assertThat(all.at("/node/tags/totalCount").asInt()).as("%s", viewer.role()).isEqualTo(ofBody);
		assertThat(all.at("/nodes")
			.valueStream()
			.map(node -> node.isNull() ? null : (Integer) node.at("/bodies/totalCount").asInt()))
			.as("%s", viewer.role())
			.containsExactly(bodiesOfOwn, bodiesOfGlobal);
	}

	private Answer create(Viewer viewer, UUID of, String label, String colour) {
		Map<String, Object> input = new HashMap<>(Map.of("label", label));
		if (of != null) {
			input.put("campaignId", Some.id("cam", of));
		}
		if (colour != null) {
			input.put("colour", colour);
		}
		return this.api.ask(viewer,
				"mutation ($input: CreateTagInput!) { createTag(input: $input) { tag { id } errors { code path } } }",
				"input", input);
	}

	private Answer change(Viewer viewer, String mutation, String tag, String... bodies) {
		String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
		return this.api.ask(viewer,
				"mutation ($input: " + type + ") { " + mutation
						+ "(input: $input) { tag { id } changed errors { code path } } }",
				"input", Map.of("tagId", tag, "bodyIds", List.of(bodies)));
	}

	private String bodyId() {
		return Some.id("bod", this.body);
	}

	private int count(Viewer viewer, Table<?> table, Condition which) {
		return this.transactions.read(viewer, () -> this.sql.fetchCount(table, which));
	}

}
