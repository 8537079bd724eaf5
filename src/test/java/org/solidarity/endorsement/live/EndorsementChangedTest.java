package org.solidarity.endorsement.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.connection.Caller;
import org.solidarity.platform.jooq.Tables;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Listeners;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class EndorsementChangedTest {

	private static final String CHANGED = """
			subscription ($c: ID!, $after: ID) { endorsementChanged(campaignId: $c, after: $after) {
			  eventId proceeding { identifier } } }""";

	private static final String WHAT = """
			subscription ($c: ID!) { endorsementChanged(campaignId: $c) {
			  proceeding { identifier stage body { name } } stageEvent { stage step } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Campaigning campaigning;

	@Autowired
	Listeners listeners;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	Statements statements;

	@Autowired
	Walls walls;

	Viewer staff;

	String campaign;

	String local;

	@BeforeEach
	void aCampaign() {
		this.staff = this.viewers.staff();
		this.campaign = this.campaigning.campaign(this.staff);
		this.local = this.campaigning.local(this.staff, "Local of " + this.staff.id());
	}

	private String open(String body, String identifier, String visibility) {
		return this.api
			.ask(this.staff, """
					mutation ($c: ID!, $b: ID!, $i: String, $v: Visibility) {
					  openProceeding(input: {campaignId: $c, bodyId: $b, identifier: $i, visibility: $v}) {
					    proceeding { id } errors { message } } }""", "c", this.campaign, "b", body, "i", identifier,
					"v", visibility)
			.text("/openProceeding/proceeding/id");
	}

	private String open(String identifier) {
		return open(this.local, identifier, "PARTNER");
	}

	private static String identifier(Listeners.Listener listener) {
		return listener.next().at("/endorsementChanged/proceeding/identifier").asString();
	}

	@Test
	void whoWorksOnTheCampaignIsToldWhatHappenedAndHowItStands() {
		try (var listener = this.listeners.listen(this.staff, WHAT, "c", this.campaign)) {
			String id = open("R 7");
			String body = ", \"body\":{\"name\":\"Local of " + this.staff.id() + "\"}}";
			assertThat(listener.next().get("endorsementChanged"))
				.hasToString(("{\"proceeding\":{\"identifier\":\"R 7\",\"stage\":null" + body + ",\"stageEvent\":null}")
					.replace(", \"body", ",\"body"));
			this.api.ask(this.staff, """
					mutation ($p: ID!) { adoptResolution(input: {proceedingId: $p, expectedVersion: 1,
					  event: {happenedOn: "2025-06-09", evidence: CONFIRMED} decisionBody: MEMBERSHIP}) {
					  errors { message } } }""", "p", id).hasUserErrors();
			this.api.ask(this.staff, """
					mutation ($p: ID!) { recordVote(input: {proceedingId: $p,
					  vote: {yes: 3, no: 2, result: PASSED, evidence: CONFIRMED}}) { errors { message } } }""", "p", id)
				.hasUserErrors();
			String adopted = ("{\"proceeding\":{\"identifier\":\"R 7\",\"stage\":\"ADOPTED\"" + body)
				.replace(", \"body", ",\"body");
			assertThat(listener.next().get("endorsementChanged"))
				.hasToString(adopted + ",\"stageEvent\":{\"stage\":\"ADOPTED\",\"step\":1}}");
			assertThat(listener.next().get("endorsementChanged")).hasToString(adopted + ",\"stageEvent\":null}");
			this.api
				.ask(this.staff,
						"""
								mutation ($p: ID!) { forwardProceeding(input: {proceedingId: $p, recipient: OFFICIAL, office: "Governor",
								  forwardedOn: "2025-06-10", evidence: CONFIRMED}) { errors { message } } }""",
						"p", id)
				.hasUserErrors();
			assertThat(listener.next().get("endorsementChanged")).hasToString(adopted + ",\"stageEvent\":null}");
			listener.isSilent();
		}
	}

	@Test
	void eachIsToldOnlyWhatTheyMaySee() {
		var coordinator = this.viewers.coordinator(Campaigning.uuid(this.local));
		this.campaigning.assign(this.campaign, coordinator);
		var partner = this.viewers.partner();
		this.campaigning.shareEndorsements(this.campaign, partner);
		String hidden = this.campaigning.body(this.staff, "LOCAL_UNION", "Hidden local", "US-NY", "INTERNAL");
		try (var forStaff = this.listeners.listen(this.staff, CHANGED, "c", this.campaign);
				var forCoordinator = this.listeners.listen(coordinator, CHANGED, "c", this.campaign);
				var forAuditor = this.listeners.listen(this.viewers.auditor(), CHANGED, "c", this.campaign);
				var forAdministrator = this.listeners.listen(this.viewers.administrator(), CHANGED, "c", this.campaign);
				var forPartner = this.listeners.listen(partner, CHANGED, "c", this.campaign)) {
			open(hidden, "of a hidden body", "PARTNER");
			open(this.local, "internal", "INTERNAL");
			open(this.local, "shown", "PARTNER");
			for (var all : List.of(forStaff, forAuditor)) {
				assertThat(List.of(identifier(all), identifier(all), identifier(all)))
					.containsExactly("of a hidden body", "internal", "shown");
			}
			assertThat(List.of(identifier(forCoordinator), identifier(forCoordinator))).containsExactly("internal",
					"shown");
			assertThat(identifier(forPartner)).isEqualTo("shown");
			forPartner.isSilent();
			forCoordinator.isSilent();
			forAdministrator.isSilent();
		}
	}

	@Test
	void theWallInTheCodeHoldsAlone() {
		var partner = this.viewers.partner();
		this.campaigning.shareEndorsements(this.campaign, partner);
		this.walls.without(() -> {
			try (var forPartner = this.listeners.listen(partner, CHANGED, "c", this.campaign)) {
				open(this.local, "internal", "INTERNAL");
				open(this.local, "shown", "PARTNER");
				assertThat(identifier(forPartner)).isEqualTo("shown");
				forPartner.isSilent();
			}
			return null;
		}, "crm.proceeding", "crm.stage_event");
	}

	@Test
	void theEventsThemselvesAreReadByTheApplicationAlone() {
		open("R 1");
		var ours = Tables.EVENT.TOPIC_ID.eq(Campaigning.uuid(this.campaign));
		assertThat(this.transactions.<Integer>read(Viewer.SYSTEM, () -> this.sql.fetchCount(Tables.EVENT, ours)))
			.isEqualTo(1);
		assertThat(this.transactions.<Integer>read(this.staff, () -> this.sql.fetchCount(Tables.EVENT, ours))).isZero();
	}

	@Test
	void aCampaignThatIsNotVisibleLooksLikeNone() {
		for (var campaign : List.of(this.campaign, "cam_AAAAAAAAAAAAAAAAAAAAAA", "x")) {
			try (var stranger = this.listeners.listen(this.viewers.staff(), CHANGED, "c", campaign)) {
				assertThat(stranger.word()).contains("ended", "BAD_USER_INPUT",
						"campaignId is not the id of a campaign.");
			}
		}
	}

	@Test
	void whatIsSeenIsAskedAnewForEachEvent() {
		var partner = this.viewers.partner();
		this.campaigning.shareEndorsements(this.campaign, partner);
		try (var listener = this.listeners.listen(partner, CHANGED, "c", this.campaign)) {
			open("before");
			assertThat(identifier(listener)).isEqualTo("before");
			var share = Tables.CAMPAIGN_SHARE;
			this.transactions.write(Viewer.SYSTEM,
					() -> this.sql.update(share)
						.set(share.ENDORSEMENTS, false)
						.where(share.GROUP_ID.eq(partner.group()))
						.execute());
			open("after");
			listener.isSilent();
		}
	}

	@Test
	void whoeverResumesIsToldEachChangeOnceAndInOrder() {
		List<String> events = new ArrayList<>();
		try (var listener = this.listeners.listen(this.staff, CHANGED, "c", this.campaign)) {
			for (int i = 1; i <= 3; i++) {
				open("R " + i);
				events.add(listener.next().at("/endorsementChanged/eventId").asString());
			}
		}
		for (int i = 4; i <= 120; i++) {
			open("R " + i);
		}
		try (var listener = this.listeners.listen(this.staff, CHANGED, "c", this.campaign, "after", events.get(1))) {
			var during = CompletableFuture.runAsync(() -> {
				for (int i = 121; i <= 150; i++) {
					open("R " + i);
				}
			});
			for (int i = 3; i <= 150; i++) {
				assertThat(identifier(listener)).isEqualTo("R " + i);
			}
			during.join();
			listener.isSilent();
		}
	}

	@Test
	void anEventOfASlowTransactionIsToldWhenItIsThereAndIsNotMissedByWhoResumes() throws Exception {
		var written = new CountDownLatch(1);
		var free = new CountDownLatch(1);
		var slow = CompletableFuture.runAsync(() -> this.transactions.write(this.staff, () -> {
			insert("slow");
			written.countDown();
			try {
				free.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return null;
		}));
		written.await();
		try (var listener = this.listeners.listen(this.staff, CHANGED, "c", this.campaign)) {
			open(this.campaigning.local(this.staff, "Another local"), "fast", "PARTNER");
			var change = listener.next().get("endorsementChanged");
			assertThat(change.at("/proceeding/identifier").asString()).isEqualTo("fast");
			free.countDown();
			slow.join();
			assertThat(identifier(listener)).isEqualTo("slow");
			try (var again = this.listeners.listen(this.staff, CHANGED, "c", this.campaign, "after",
					change.get("eventId").asString())) {
				assertThat(identifier(again)).isEqualTo("slow");
				again.isSilent();
			}
		}
	}

	private void insert(String identifier) {
		var proceeding = Tables.PROCEEDING;
		this.sql.insertInto(proceeding)
			.set(proceeding.CAMPAIGN_ID, Campaigning.uuid(this.campaign))
			.set(proceeding.BODY_ID, Campaigning.uuid(this.local))
			.set(proceeding.IDENTIFIER, identifier)
			.execute();
	}

	@Test
	void aCursorThatIsNotOneOfThisCampaignIsRefused() {
		String other = this.campaigning.campaign(this.staff);
		String event;
		try (var listener = this.listeners.listen(this.staff, CHANGED, "c", this.campaign)) {
			open("R 1");
			event = listener.next().at("/endorsementChanged/eventId").asString();
		}
		for (String after : List.of(event, "evt_AAAAAAAAAAAAAAAAAAAAAA", "x", this.campaign)) {
			try (var listener = this.listeners.listen(this.staff, CHANGED, "c", other, "after", after)) {
				assertThat(listener.word()).contains("ended", "BAD_CURSOR");
			}
		}
	}

	/** Whoever asks the same as the same caller shares what is read for it. */
	@Test
	void manyListenersOfOneCallerCostWhatOneCosts() {
		Caller caller = () -> Optional.of(this.staff);
		List<Listeners.Listener> all = new ArrayList<>();
		try {
			all.add(this.listeners.listen(caller, WHAT, "c", this.campaign));
			int one = told(all);
			for (int i = 0; i < 30; i++) {
				all.add(this.listeners.listen(caller, WHAT, "c", this.campaign));
			}
			assertThat(told(all)).isLessThan(one + 300);
		}
		finally {
			all.forEach(Listeners.Listener::close);
		}
	}

	/**
	 * The statements of 20 events, of which each listener by itself would cost 20 for
	 * their bodies; with some for looking for events, which goes by time.
	 */
	private int told(List<Listeners.Listener> all) {
		return this.statements.during(() -> {
			this.transactions.write(this.staff, () -> {
				for (int i = 0; i < 20; i++) {
					insert("R " + i);
				}
				return null;
			});
			all.forEach(listener -> {
				for (int i = 0; i < 20; i++) {
					assertThat(identifier(listener)).isEqualTo("R " + i);
				}
			});
			return null;
		});
	}

	@Test
	void aCallerWhoIsNobodyAnyMoreIsToldNothing() {
		var here = new AtomicReference<>(Optional.of(this.staff));
		try (var listener = this.listeners.listen(here::get, CHANGED, "c", this.campaign)) {
			here.set(Optional.empty());
			open("R 1");
			assertThat(listener.word()).isEqualTo("over");
		}
	}

	@Test
	void anEventSaysNothingAboutPersons() {
		var columns = Arrays.stream(Tables.EVENT.fields()).map(field -> field.getType().getSimpleName()).distinct();
		assertThat(columns).containsExactlyInAnyOrder("UUID", "Long", "String", "Instant");
	}

}
