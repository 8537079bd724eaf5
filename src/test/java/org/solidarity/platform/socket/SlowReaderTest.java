package org.solidarity.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.connection.Connections;
import org.solidarity.platform.jooq.Tables;
import org.solidarity.platform.jooq.enums.Visibility;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Sockets;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clients that do not read what they are sent, and servers that stop. */
@ApiTest
class SlowReaderTest {

	private static final int CHANGES = 500;

	private static final String SMALL = "subscription ($c: ID!) { endorsementChanged(campaignId: $c) { eventId } }";

	@Autowired
	Viewers viewers;

	@Autowired
	Campaigning campaigning;

	@Autowired
	Sockets sockets;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	Connections connections;

	@Autowired
	MeterRegistry meters;

	Viewer staff;

	String campaign;

	Viewers.Token partner;

	@BeforeEach
	void aCampaignThatIsSharedWithAPartnerGroup() {
		this.staff = this.viewers.staff();
		this.campaign = this.campaigning.campaign(this.staff);
		this.partner = this.viewers.token();
		this.campaigning.shareEndorsements(this.campaign, this.partner.viewer());
	}

	/** An answer of some 50 KB. */
	private static String large() {
		var much = new StringBuilder("subscription ($c: ID!, $after: ID) { endorsementChanged(campaignId: $c, "
				+ "after: $after) { eventId proceeding { identifier ");
		for (int i = 0; i < 25; i++) {
			much.append("a").append(i).append(": sponsors ");
		}
		return much.append("} } }").toString();
	}

	private void change(int times) {
		String local = this.campaigning.local(this.staff, "Local of " + this.staff.id());
		var proceeding = Tables.PROCEEDING;
		this.transactions.write(this.staff, () -> {
			var id = this.sql.insertInto(proceeding)
				.set(proceeding.CAMPAIGN_ID, Campaigning.uuid(this.campaign))
				.set(proceeding.BODY_ID, Campaigning.uuid(local))
				.set(proceeding.VISIBILITY, Visibility.PUBLIC)
				.set(proceeding.SPONSORS, "s".repeat(2000))
				.returning(proceeding.ID)
				.fetchSingle(proceeding.ID);
			for (int i = 1; i < times; i++) {
				this.sql.update(proceeding).set(proceeding.IDENTIFIER, "R " + i).where(proceeding.ID.eq(id)).execute();
			}
			return null;
		});
	}

	@Test
	void whoeverReadsTooSlowlyIsEndedAndResumesWhereTheyWere() {
		var other = this.viewers.token();
		this.campaigning.shareEndorsements(this.campaign, other.viewer());
		double listening = listening();
		try (var slow = this.sockets.of(this.partner); var quick = this.sockets.of(other)) {
			quick.subscribe("1", SMALL, "c", this.campaign);
			slow.subscribe("1", large(), "c", this.campaign).pause();
			change(CHANGES);
			for (int i = 0; i < CHANGES; i++) {
				assertThat(quick.next()).as("others are not kept waiting").contains("\"next\"");
			}
			waitUntil(() -> listening() == listening + 1);
			slow.resume();
			List<String> events = new ArrayList<>();
			JsonNode message = message(slow);
			while (message.get("type").asString().equals("next")) {
				events.add(event(message));
				message = message(slow);
			}
			assertThat(message.get("type").asString()).isEqualTo("error");
			assertThat(message.at("/payload/0/extensions/code").asString()).isEqualTo("LIMIT_EXCEEDED");
			assertThat(message.at("/payload/0/extensions/limit").asString()).isEqualTo("unsent");
			slow.ask("2", large(), "c", this.campaign, "after", events.getLast());
			while (events.size() < CHANGES) {
				events.add(event(message(slow)));
			}
			assertThat(events).doesNotHaveDuplicates();
			slow.isSilent();
		}
	}

	private static JsonNode message(Sockets.Client client) {
		return JsonMapper.shared().readTree(client.next());
	}

	private static String event(JsonNode message) {
		return message.at("/payload/data/endorsementChanged/eventId").asString();
	}

	private double listening() {
		return this.meters.get("crm.live.subscriptions").gauge().value();
	}

	private static void waitUntil(BooleanSupplier holds) {
		for (int i = 0; i < 500 && !holds.getAsBoolean(); i++) {
			LockSupport.parkNanos(10_000_000);
		}
		assertThat(holds.getAsBoolean()).isTrue();
	}

	@Test
	void aServerThatStopsSaysGoodbyeFirst() {
		var client = this.sockets.of(this.partner).subscribe("1", large(), "c", this.campaign);
		try {
			assertThat(this.connections.getPhase()).as("before it finishes what was asked")
				.isGreaterThan(Integer.MAX_VALUE - 1024);
			this.connections.stop();
			assertThat(client.reason()).isEqualTo("1001 The server stops");
			assertThat(this.sockets.open().reason()).startsWith("1013");
		}
		finally {
			this.connections.start();
		}
	}

}
