package org.solidarity.endorsement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Tables;
import org.solidarity.platform.jooq.enums.MeetingKind;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Viewers;
import org.springframework.stereotype.Component;

/** Campaigns whose bodies endorse, to test with; each call makes a new one. */
@Component
public class EndorsementFixture {

	public static final String PAYLOAD = "proceeding { stage version } event { id step } errors { code message path } ";

	private final Api api;

	private final Viewers viewers;

	private final Campaigning campaigning;

	private final Transactions transactions;

	private final DSLContext sql;

	EndorsementFixture(Api api, Viewers viewers, Campaigning campaigning, Transactions transactions, DSLContext sql) {
		this.api = api;
		this.viewers = viewers;
		this.campaigning = campaigning;
		this.transactions = transactions;
		this.sql = sql;
	}

	/** Staff at work on a new campaign, and a local in New York. */
	public Scene scene() {
		return scene(this.viewers.staff());
	}

	/** The same with someone of the staff. */
	public Scene scene(Viewer staff) {
		return new Scene(this, staff, this.campaigning.campaign(staff),
				this.campaigning.local(staff, "Local of " + staff.id()));
	}

	/**
	 * What a test has before it; {@code $c} and {@code $b} in a document stand for the
	 * campaign and the body.
	 */
	public record Scene(EndorsementFixture fixture, Viewer staff, String campaign, String body) {

		public Answer ask(String document, Object... variables) {
			return ask(this.staff, document, variables);
		}

		public Answer ask(Viewer viewer, String document, Object... variables) {
			List<Object> all = new ArrayList<>(List.of(variables));
			if (document.contains("$c:")) {
				all.addAll(List.of("c", this.campaign));
			}
			if (document.contains("$b:") && !List.of(variables).contains("b")) {
				all.addAll(List.of("b", this.body));
			}
			return this.fixture.api.ask(viewer, document, all.toArray());
		}

		public String body(String kind, String name, String region) {
			return this.fixture.campaigning.body(this.staff, kind, name, region, "PARTNER");
		}

		public String local(String name) {
			return this.fixture.campaigning.local(this.staff, name);
		}

		/** Asks the body, with more of the input as GraphQL has it. */
		public String target(String body, String... more) {
			return ask("mutation ($c: ID!, $b: ID!) { addTarget(input: {campaignId: $c, bodyId: $b "
					+ String.join(" ", more) + "}) { target { id } errors { code message } } }", "b", body)
				.text("/addTarget/target/id");
		}

		public String open() {
			return open(this.body);
		}

		public String open(String body) {
			return ask(
					"mutation ($c: ID!, $b: ID!) { openProceeding(input: {campaignId: $c, bodyId: $b}) { proceeding { id } } }",
					"b", body)
				.text("/openProceeding/proceeding/id");
		}

		/** The body adopts on that day, in a proceeding of its own. */
		public String adopt(String body, String day) {
			String proceeding = open(body);
			int version = ask("query ($p: ID!) { node(id: $p) { ... on Proceeding { version } } }", "p", proceeding)
				.at("/node/version")
				.asInt();
			act("adoptResolution", proceeding, version, day, "decisionBody: MEMBERSHIP").hasUserErrors();
			return proceeding;
		}

		public Answer act(String act, String proceeding, int version, String day, String fields, String... event) {
			return ask("mutation ($p: ID!, $v: Int!, $d: Date) { " + act
					+ "(input: {proceedingId: $p, expectedVersion: $v, event: {happenedOn: $d, evidence: CONFIRMED "
					+ String.join(" ", event) + "} " + fields + "}) { " + PAYLOAD + "} }", "p", proceeding, "v",
					version, "d", day);
		}

		public Answer vote(String proceeding, String vote) {
			return ask("mutation ($p: ID!) { recordVote(input: {proceedingId: $p, vote: " + vote
					+ "}) { vote { id } errors { code path } } }", "p", proceeding);
		}

		public String meeting(String body, LocalDate date, LocalDate deadline) {
			var meeting = Tables.BODY_MEETING;
			UUID id = this.fixture.transactions.write(Viewer.SYSTEM,
					() -> this.fixture.sql.insertInto(meeting)
						.set(meeting.BODY_ID, Campaigning.uuid(body))
						.set(meeting.KIND, MeetingKind.CONVENTION)
						.set(meeting.DATE, date)
						.set(meeting.RESOLUTION_DEADLINE, deadline)
						.returning(meeting.ID)
						.fetchSingle(meeting.ID));
			return new NodeId("bme", id).toString();
		}

		public void relate(String from, RelationType type, String to) {
			var relation = Tables.BODY_RELATION;
			this.fixture.transactions.write(Viewer.SYSTEM,
					() -> this.fixture.sql.insertInto(relation)
						.set(relation.FROM_ID, Campaigning.uuid(from))
						.set(relation.TYPE, type)
						.set(relation.TO_ID, Campaigning.uuid(to))
						.execute());
		}

		public Viewer assigned(Viewer person) {
			this.fixture.campaigning.assign(this.campaign, person);
			return person;
		}

		public Viewer shared(Viewer partner) {
			this.fixture.campaigning.shareEndorsements(this.campaign, partner);
			return partner;
		}

		public static String account(Viewer person) {
			return new NodeId("acc", person.id()).toString();
		}

	}

}
