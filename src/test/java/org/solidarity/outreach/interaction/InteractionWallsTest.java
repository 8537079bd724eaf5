package org.solidarity.outreach.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.solidarity.platform.jooq.Tables.CURRENT_INTERACTION;
import static org.solidarity.platform.jooq.Tables.INTERACTION;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.InteractionChannel;
import org.solidarity.platform.jooq.enums.InteractionDirection;
import org.solidarity.platform.jooq.enums.InteractionOutcome;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees contacts with bodies and with members, with either wall taken down. */
@ApiTest
class InteractionWallsTest {

	private static final String EVERY_WAY = """
			query ($i: ID!, $c: ID!, $b: ID!) {
			  node(id: $i) { id } nodes(ids: [$i]) { id }
			  interactions(filter: {campaignId: $c}) { nodes { id } totalCount }
			  body: node(id: $b) { ... on Body { interactions { nodes { id } totalCount } } } }""";

	private static final String NOTHING = """
			{node: null, nodes: [null], interactions: {nodes: [], totalCount: 0},
			 body: {interactions: {nodes: [], totalCount: 0}}}""";

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

	Viewer staff;

	UUID local;

	Viewer coordinator;

	UUID campaign;

	String withBody;

	String withMember;

	String member;

	@BeforeEach
	void contactsWithABodyAndWithAMember() {
		this.staff = this.viewers.staff();
		this.local = this.some.local("Local with contacts");
		this.coordinator = this.viewers.coordinator(this.local);
		this.campaign = this.some.campaign(this.staff, this.coordinator);
		this.member = this.api
			.ask(this.coordinator,
					"""
							mutation ($c: ID!) { recordMember(input: {idempotencyKey: "1", controllerId: $c, givenName: "Secretname"}) {
							  member { id } } }""",
					"c", Some.id("bod", this.local))
			.text("/recordMember/member/id");
		this.withBody = record(this.coordinator, "bodyId", Some.id("bod", this.local))
			.text("/recordInteraction/interaction/id");
		this.withMember = record(this.coordinator, "memberId", this.member).text("/recordInteraction/interaction/id");
	}

	@Test
	void staffSeeContactsWithBodiesAndNeverWithMembers() {
		everyWay(this.staff, this.withMember).is("""
				{node: null, nodes: [null], interactions: {nodes: [{id: '%1$s'}], totalCount: 1},
				 body: {interactions: {nodes: [{id: '%1$s'}], totalCount: 1}}}""".formatted(this.withBody));
		assertThat(everyWay(this.staff, this.withBody).text("/node/id")).isEqualTo(this.withBody);
		record(this.staff, "memberId", this.member).hasUserErrors("NOT_FOUND input.memberId");
	}

	@Test
	void aCoordinatorSeesBothAndAnAuditorToo() {
		for (Viewer viewer : List.of(this.coordinator, this.viewers.auditor())) {
			this.api
				.ask(viewer,
						"""
								query ($m: ID!, $c: ID!) { node(id: $m) { ... on Member { interactions { nodes { member { name } body { id } } totalCount } } }
								  interactions(filter: {campaignId: $c}) { totalCount } }""",
						"m", this.member, "c", Some.id("cam", this.campaign))
				.is("""
						{node: {interactions: {nodes: [{member: {name: 'Secretname'}, body: null}], totalCount: 1}},
						 interactions: {totalCount: 2}}""");
		}
	}

	@Test
	void aCoordinatorWithoutTheMembersSeesContactsWithTheBodyOnlyWithEitherWallTakenDown() {
		var other = this.viewers.coordinatorWithoutMembers(this.local);
		this.some.worksOn(this.campaign, other);
		Runnable seen = () -> everyWay(other, this.withMember).is("""
				{node: null, nodes: [null], interactions: {nodes: [{id: '%1$s'}], totalCount: 1},
				 body: {interactions: {nodes: [{id: '%1$s'}], totalCount: 1}}}""".formatted(this.withBody));
		seen.run();
		this.walls.without(() -> {
			seen.run();
			return null;
		}, "interaction");
		assertThat(count(other)).isEqualTo(1);
		record(other, "memberId", this.member).hasUserErrors("NOT_FOUND input.memberId");
		correct(other, this.withMember).hasUserErrors("NOT_FOUND input.id");
		assertThatThrownBy(() -> this.transactions.write(other, () -> insert(null, NodeId.valueOf(this.member).uuid())))
			.hasStackTraceContaining("row-level security");
	}

	@Test
	void contactOfOthersLooksLikeNoContact() {
		for (Viewer other : others()) {
			everyWay(other, this.withBody).is(NOTHING);
			everyWay(other, this.withMember).is(NOTHING);
		}
	}

	@Test
	void theCodeHoldsWithoutThePolicies() {
		var others = others();
		this.walls.without(() -> {
			others.forEach(other -> {
				everyWay(other, this.withBody).is(NOTHING);
				everyWay(other, this.withMember).is(NOTHING);
			});
			assertThat(everyWay(this.staff, this.withMember).at("/interactions/totalCount").asInt()).isEqualTo(1);
			return null;
		}, "interaction");
	}

	@Test
	void thePoliciesHoldWithoutTheCode() {
		for (Viewer other : others()) {
			assertThat(count(other)).as("for %s", other.role()).isZero();
		}
		assertThat(count(this.staff)).isEqualTo(1);
		assertThat(count(this.coordinator)).isEqualTo(2);
		assertThat(count(this.viewers.auditor())).isEqualTo(2);
		assertThat(this.sql.fetchCount(INTERACTION)).isZero();
	}

	@Test
	void theViewIsBehindThePoliciesToo() {
		assertThat(this.transactions.<Integer>read(this.staff,
				() -> this.sql.fetchCount(CURRENT_INTERACTION, CURRENT_INTERACTION.CAMPAIGN_ID.eq(this.campaign))))
			.isEqualTo(1);
	}

	@Test
	void nobodyRecordsBehindTheCodeWhatIsNotTheirs() {
		for (Viewer other : Stream.concat(others().stream(), Stream.of(this.viewers.auditor())).toList()) {
			assertThatThrownBy(() -> this.transactions.write(other, () -> insert(this.local, null)))
				.as("for %s", other.role())
				.hasStackTraceContaining("row-level security");
		}
		assertThatThrownBy(
				() -> this.transactions.write(this.staff, () -> insert(null, NodeId.valueOf(this.member).uuid())))
			.hasStackTraceContaining("row-level security");
	}

	@Test
	void aCorrectionOfAnothersContactIsRefusedLikeThatOfNone() {
		for (Viewer other : List.of(this.viewers.staff(), this.viewers.coordinator(this.local))) {
			correct(other, this.withBody).hasUserErrors("NOT_FOUND input.id");
			correct(other, this.withMember).hasUserErrors("NOT_FOUND input.id");
			correct(other, Some.id("int", UUID.randomUUID())).hasUserErrors("NOT_FOUND input.id");
		}
	}

	private List<Viewer> others() {
		var elsewhere = this.viewers.coordinator(this.some.local("Other local"));
		this.some.worksOn(this.campaign, elsewhere);
		var partner = this.viewers.partner(this.local);
		this.some.shareActions(this.campaign, partner);
		return List.of(elsewhere, this.viewers.coordinator(this.local), this.viewers.staff(),
				this.viewers.administrator(), partner);
	}

	private Answer everyWay(Viewer viewer, String interaction) {
		return this.api.ask(viewer, EVERY_WAY, "i", interaction, "c", Some.id("cam", this.campaign), "b",
				Some.id("bod", this.local));
	}

	private Answer record(Viewer viewer, String of, String id) {
		return this.api.ask(viewer,
				"""
						mutation ($c: ID!, $id: ID!) { recordInteraction(input: {idempotencyKey: "%1$s", campaignId: $c, %2$s: $id,
						  channel: PHONE, direction: OUTBOUND, outcome: REACHED}) { interaction { id } errors { code path } } }"""
					.formatted(UUID.randomUUID(), of),
				"c", Some.id("cam", this.campaign), "id", id);
	}

	private Answer correct(Viewer viewer, String id) {
		return this.api.ask(viewer,
				"mutation ($id: ID!) { correctInteraction(input: {id: $id, expectedVersion: 1, correctionReason: \"X\", notes: \"Y\"}) { errors { code path } } }",
				"id", id);
	}

	private int insert(UUID body, UUID person) {
		return this.sql.insertInto(INTERACTION)
			.set(INTERACTION.CAMPAIGN_ID, this.campaign)
			.set(INTERACTION.BODY_ID, body)
			.set(INTERACTION.CONTROLLER_ID, person == null ? null : this.local)
			.set(INTERACTION.PERSON_ID, person)
			.set(INTERACTION.CHANNEL, InteractionChannel.PHONE)
			.set(INTERACTION.DIRECTION, InteractionDirection.INBOUND)
			.set(INTERACTION.OUTCOME, InteractionOutcome.REACHED)
			.set(INTERACTION.AT, Instant.EPOCH)
			.execute();
	}

	private int count(Viewer viewer) {
		return this.transactions.read(viewer,
				() -> this.sql.fetchCount(INTERACTION, INTERACTION.CAMPAIGN_ID.eq(this.campaign)));
	}

}
