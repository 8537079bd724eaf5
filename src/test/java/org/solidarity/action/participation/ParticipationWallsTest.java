package org.solidarity.action.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.action.participation.ParticipationFixture.CHANGE;
import static org.solidarity.action.participation.ParticipationFixture.RSVP;
import static org.solidarity.action.participation.ParticipationFixture.TURNOUT;
import static org.solidarity.action.participation.ParticipationFixture.id;
import static org.solidarity.platform.jooq.Tables.PARTICIPATION;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Some;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees the rows of persons at actions, with either wall taken down. */
@ApiTest
class ParticipationWallsTest {

	@Autowired
	ParticipationFixture fixture;

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Some some;

	@Autowired
	Walls walls;

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	ParticipationFixture.Scene scene;

	@BeforeEach
	void aCampaign() {
		this.scene = this.fixture.scene();
	}

	@Test
	void staffAndOtherCoordinatorsSeeNoPersonsRowWithEitherWallDown() {
		var action = this.scene.action(null);
		var id = id(this.scene.rsvp(action, this.scene.member("Secret"), 0));
		UUID elsewhere = this.some.local("Other local");
		Viewer other = this.viewers.coordinator(elsewhere);
		this.some.worksOn(this.scene.campaign(), other);
		var partner = this.viewers.partner(this.scene.local());
		this.some.shareActions(this.scene.campaign(), partner);
		var query = """
				query ($a: ID!, $p: ID!) { node(id: $p) { id } action: node(id: $a) { ... on Action {
				  participations { nodes { id member { name } } totalCount } } } }""";
		var nothing = "{node: null, action: {participations: {nodes: [], totalCount: 0}}}";
		for (Viewer viewer : List.of(this.scene.staff(), other, partner)) {
			this.api.ask(viewer, query, "a", action, "p", id).is(nothing);
			assertThat(this.transactions.<Integer>read(viewer, () -> this.sql.fetchCount(PARTICIPATION,
					PARTICIPATION.ACTION_ID.eq(NodeId.valueOf(action).uuid()))))
				.isZero();
		}
		this.walls.without(() -> {
			for (Viewer viewer : List.of(this.scene.staff(), other, partner)) {
				this.api.ask(viewer, query, "a", action, "p", id).is(nothing);
			}
			return null;
		}, "participation", "person");
		assertThat(this.api.ask(this.scene.staff(), TURNOUT, "a", action).at("/node/turnout/rsvps/accepted").asInt())
			.isEqualTo(1);
		assertThat(this.api.ask(other, TURNOUT, "a", action).at("/node/turnout/rsvps/accepted").asInt()).isZero();
		assertThat(this.sql.fetchCount(PARTICIPATION)).isZero();
		this.api.ask(other, RSVP, "k", "1", "a", action, "b", Some.id("bod", this.scene.local()))
			.hasUserErrors("NOT_FOUND input.onBehalfOfId");
		this.api.ask(other, CHANGE, "id", id, "v", 1, "r", "DECLINED").hasUserErrors("NOT_FOUND input.id");
	}

}
