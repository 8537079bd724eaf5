package org.solidarity.outreach.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.BODY_TAG;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Outreach;
import org.solidarity.support.Outreach.Scene;
import org.solidarity.support.Some;
import org.solidarity.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class TagApiTest {

	@Autowired
	Api api;

	@Autowired
	Some some;

	@Autowired
	Statements statements;

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
	void aTagIsMadeSaidOtherwiseAndRetired() {
		var id = this.outreach.tag(this.scene.staff(), this.scene.campaign(), "Überzeugt", "#1f77b4")
			.text("/createTag/tag/id");
		this.outreach.tag(this.scene.staff(), this.scene.campaign(), "uberzeugt", null)
			.hasUserErrors("TAKEN input.label");
		this.outreach.tag(this.scene.staff(), this.scene.campaign(), " ", "red")
			.hasUserErrors("REQUIRED input.label", "INVALID input.colour");
		this.outreach.tag(this.scene.staff(), this.scene.campaign(), "x".repeat(61), null)
			.hasUserErrors("TOO_LONG input.label");
		this.outreach.tag(this.scene.staff(), this.some.campaign(), "Y", null)
			.hasUserErrors("NOT_FOUND input.campaignId");
		this.outreach.tag(this.scene.staff(), this.scene.campaign(), "Other", null).hasUserErrors();
		var update = """
				mutation ($id: ID!, $v: Int!, $label: String) { updateTag(input: {id: $id, expectedVersion: $v, label: $label, colour: null}) {
				  tag { label colour version } errors { code path } } }""";
		this.api.ask(this.scene.staff(), update, "id", id, "v", 1, "label", "OTHER").hasUserErrors("TAKEN input.label");
		this.api.ask(this.scene.staff(), update, "id", id, "v", 1, "label", "Sure")
			.is("{updateTag: {tag: {label: 'Sure', colour: null, version: 2}, errors: []}}");
		this.api.ask(this.scene.staff(), update, "id", id, "v", 1, "label", "Late").isRefused("CONFLICT");
		this.outreach.tagging(this.scene.staff(), "tagBodies", id, this.scene.bodyId());
		var retire = "mutation ($id: ID!, $v: Int!) { retireTag(input: {id: $id, expectedVersion: $v}) { tag { retired } errors { code path } } }";
		this.api.ask(this.scene.staff(), retire, "id", id, "v", 2)
			.is("{retireTag: {tag: {retired: true}, errors: []}}");
		this.api.ask(this.scene.staff(), retire, "id", id, "v", 3).hasUserErrors("MOVE_NOT_ALLOWED input.id");
		this.outreach.tagging(this.scene.staff(), "tagBodies", id, this.scene.bodyId())
			.hasUserErrors("MOVE_NOT_ALLOWED input.tagId");
		this.outreach.tag(this.scene.staff(), this.scene.campaign(), "Sure", null).hasUserErrors();
		this.api
			.ask(this.scene.staff(), """
					query ($c: ID!, $b: ID!) { node(id: $c) { ... on Campaign { tags { nodes { label } totalCount }
					  all: tags(withRetired: true) { totalCount } } }
					  body: node(id: $b) { ... on Body { tags { totalCount } } } }""", "c", this.scene.campaignId(),
					"b", this.scene.bodyId())
			.is("""
					{node: {tags: {nodes: [{label: 'Other'}, {label: 'Sure'}], totalCount: 2}, all: {totalCount: 3}},
					  body: {tags: {totalCount: 0}}}""");
	}

	@Test
	void bodiesAreTaggedAndUntaggedAndFoundByTheirTag() {
		var tag = this.scene.tagged("Ready");
		var other = Some.id("bod", this.some.local("Another Local"));
		this.outreach.tagging(this.scene.staff(), "tagBodies", tag, this.scene.bodyId(), other, this.scene.bodyId())
			.is("{tagBodies: {tag: {id: '%s'}, changed: 2, errors: []}}".formatted(tag));
		this.outreach.tagging(this.scene.staff(), "tagBodies", tag, this.scene.bodyId())
			.is("{tagBodies: {tag: {id: '%s'}, changed: 0, errors: []}}".formatted(tag));
		var query = """
				query ($t: ID!, $f: BodyFilter) { node(id: $t) { ... on Tag { bodies(filter: $f) { totalCount nodes {
				  name tags { nodes { tag { label campaign { id } } taggedBy { id } } } } } } } }""";
		this.api.ask(this.scene.staff(), query, "t", tag, "f", Map.of("name", Map.of("startsWith", "tagged")))
			.is("""
					{node: {bodies: {totalCount: 1, nodes: [{name: 'Tagged Local',
					  tags: {nodes: [{tag: {label: 'Ready', campaign: {id: '%s'}}, taggedBy: {id: '%s'}}]}}]}}}"""
				.formatted(this.scene.campaignId(), Some.id("acc", this.scene.staff().id())));
		assertThat(this.api.ask(this.scene.staff(), query, "t", tag).at("/node/bodies/totalCount").asInt())
			.isEqualTo(2);
		this.outreach.tagging(this.scene.staff(), "untagBodies", tag, other, other)
			.is("{untagBodies: {tag: {id: '%s'}, changed: 1, errors: []}}".formatted(tag));
		this.outreach.tagging(this.scene.staff(), "untagBodies", tag, other)
			.is("{untagBodies: {tag: {id: '%s'}, changed: 0, errors: []}}".formatted(tag));
		this.outreach.tagging(this.scene.staff(), "tagBodies", tag, other);
		this.api.ask(this.scene.staff(),
				"query ($t: ID!) { node(id: $t) { ... on Tag { bodies { totalCount nodes { name } } } } }", "t", tag)
			.is("{node: {bodies: {totalCount: 2, nodes: [{name: 'Another Local'}, {name: 'Tagged Local'}]}}}");
		assertThat(this.transactions.<Integer>read(Viewer.SYSTEM,
				() -> this.sql.fetchCount(BODY_TAG, BODY_TAG.TAG_ID.eq(NodeId.valueOf(tag).uuid()))))
			.as("with what it had before")
			.isEqualTo(3);
		this.outreach.tagging(this.scene.staff(), "tagBodies", tag).hasUserErrors("OUT_OF_RANGE input.bodyIds");
		this.outreach.tagging(this.scene.staff(), "tagBodies", tag, this.scene.bodyId(), "bod_x")
			.hasUserErrors("NOT_FOUND input.bodyIds");
		this.outreach.tagging(this.scene.staff(), "tagBodies", "tag_x", this.scene.bodyId())
			.hasUserErrors("NOT_FOUND input.tagId");
	}

	@Test
	void whoTagAtOnceTagOnce() throws Exception {
		var tag = this.scene.tagged("At once");
		var start = new CyclicBarrier(3);
		Callable<Answer> act = () -> {
			start.await();
			return this.outreach.tagging(this.scene.staff(), "tagBodies", tag, this.scene.bodyId());
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
	void fiftyTaggedBodiesCostAsManyStatementsAsOne() {
		var tag = this.scene.tagged("Many");
		this.outreach.tagging(this.scene.staff(), "tagBodies", tag, this.scene.bodyId());
		var query = """
				query ($t: ID!) { node(id: $t) { ... on Tag { bodies(first: 100) { nodes { name
				  tags(first: 3) { nodes { tag { label campaign { name } } taggedBy { name } } } } } } } }""";
		int one = this.statements.during(() -> this.api.ask(this.scene.staff(), query, "t", tag).at("/node"));
		List<String> bodies = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			bodies.add(Some.id("bod", this.some.local("Among many " + i)));
		}
		this.outreach.tagging(this.scene.staff(), "tagBodies", tag, bodies.toArray(String[]::new));
		int fifty = this.statements.during(() -> this.api.ask(this.scene.staff(), query, "t", tag).at("/node"));
		assertThat(fifty).isEqualTo(one).isLessThanOrEqualTo(5);
	}

}
