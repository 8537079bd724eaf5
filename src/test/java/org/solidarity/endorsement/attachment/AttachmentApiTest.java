package org.solidarity.endorsement.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.ATTACHMENT;
import static org.solidarity.platform.jooq.Tables.ATTACHMENT_PART;
import static org.solidarity.platform.jooq.Tables.ATTACHMENT_RETRACTION;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.endorsement.attachment.AttachmentFixture.Desk;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Http;
import org.solidarity.support.Statements;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees what is attached, and how it is taken back. */
@ApiTest
class AttachmentApiTest {

	private static final String LIST = """
			query ($p: ID!, $a: ID!) { p: node(id: $p) { ... on Proceeding { attachments { totalCount nodes { name visibility } } } }
			  a: node(id: $a) { ... on Attachment { name } } }""";

	@Autowired
	AttachmentFixture fixture;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	Viewers viewers;

	@Autowired
	Statements statements;

	@Autowired
	Walls walls;

	@Autowired
	Http http;

	Desk desk;

	@BeforeEach
	void someoneWithAProceeding() {
		this.desk = this.fixture.desk();
	}

	private Answer list(Viewer viewer, String attachment) {
		return this.desk.scene().ask(viewer, LIST, "p", this.desk.proceeding(), "a", attachment);
	}

	@Test
	void aPartnerSeesWhatIsNotInternalOfWhatItWasShown() {
		String shown = this.desk.attached("shown.pdf", "&visibility=PARTNER");
		String internal = this.desk.attached("internal.pdf");
		var token = this.viewers.token();
		Viewer partner = this.desk.scene().shared(token.viewer());
		assertThat(this.get(token, shown)).isEqualTo(404);
		list(partner, shown).is("{p: null, a: null}");
		this.walls.without(() -> list(partner, shown).is("{p: null, a: null}"), "proceeding", "attachment");
		assertThat(rows(partner)).containsExactly(0, 0);
		this.desk.showTheProceedingToPartners();
		String one = "{p: {attachments: {totalCount: 1, nodes: [{name: 'shown.pdf', visibility: 'PARTNER'}]}}, a: ";
		list(partner, shown).is(one + "{name: 'shown.pdf'}}");
		list(partner, internal).is(one + "null}");
		this.walls.without(() -> list(partner, internal).is(one + "null}"), "attachment");
		assertThat(rows(partner)).containsExactly(1, 1);
		assertThat(this.get(token, shown)).isEqualTo(200);
		assertThat(this.get(token, internal)).isEqualTo(404);
		assertThat(this.walls.without(() -> this.get(token, internal), "attachment", "attachment_part")).isEqualTo(404);
		assertThat(rows(this.viewers.partner())).containsExactly(0, 0);
	}

	@Test
	void whoeverSeesTheProceedingSeesWhatIsAttached() {
		String id = this.desk.attached("a.pdf");
		var scene = this.desk.scene();
		var coordinator = scene.assigned(this.viewers.coordinator(Campaigning.uuid(scene.body())));
		String seen = "{p: {attachments: {totalCount: 1, nodes: [{name: 'a.pdf', visibility: 'INTERNAL'}]}}, a: {name: 'a.pdf'}}";
		for (Viewer viewer : List.of(scene.staff(), coordinator, this.viewers.auditor())) {
			list(viewer, id).is(seen);
		}
		for (Viewer viewer : List.of(this.viewers.staff(), scene.assigned(this.viewers.coordinator()),
				this.viewers.administrator())) {
			list(viewer, id).is("{p: null, a: null}");
			this.walls.without(() -> list(viewer, id).is("{p: null, a: null}"), "proceeding", "attachment");
			assertThat(rows(viewer)).containsExactly(0, 0);
		}
	}

	@Test
	void aResolutionHasAttachmentsToo() {
		var scene = this.desk.scene();
		String resolution = scene.ask("""
				mutation ($c: ID!) { createResolution(input: {campaignId: $c, language: "en", title: "T", text: "T"}) {
				  resolution { id } } }""").text("/createResolution/resolution/id");
		var partner = scene.shared(this.viewers.partner());
		assertThat(this.desk
			.send("resolutionId=" + resolution + "&name=a.txt&visibility=PUBLIC", BodyPublishers.ofString("Whereas"))
			.statusCode()).isEqualTo(201);
		String query = """
				query ($r: ID!) { node(id: $r) { ... on Resolution { attachments { nodes { name mediaType bytes sha256
				  resolution { id } proceeding { id } recordedBy { name } retraction { reason } } } } } }""";
		String answer = """
				{node: {attachments: {nodes: [{name: 'a.txt', mediaType: 'text/plain', bytes: 7,
				  sha256: '7d0406bc09f46484c272c411f5779a510fd4238eb00ab57067a03b5c22aa3f2c',
				  resolution: {id: '%s'}, proceeding: null, recordedBy: %s, retraction: null}]}}}""";
		scene.ask(query, "r", resolution).is(answer.formatted(resolution, "{name: 'Ana'}"));
		scene.ask(partner, query, "r", resolution).is(answer.formatted(resolution, "null"));
		scene.ask(this.viewers.partner(), query, "r", resolution).is("{node: null}");
	}

	@Test
	void whatIsRetractedIsGoneAndThatItWasThereStays() {
		String id = this.desk.attached("wrong.pdf", "&visibility=PARTNER");
		this.desk.showTheProceedingToPartners();
		var token = this.viewers.token();
		Viewer partner = this.desk.scene().shared(token.viewer());
		assertThat(rows(partner)).containsExactly(1, 1);
		retract(partner, id, "No").isRefused("FORBIDDEN");
		retract(this.viewers.staff(), id, "No").hasUserErrors("NOT_FOUND input.id");
		retract(this.desk.scene().staff(), id, " ").hasUserErrors("REQUIRED input.reason");
		retract(this.desk.scene().staff(), id, "Another body's").hasUserErrors();
		retract(this.desk.scene().staff(), id, "Again").hasUserErrors("TAKEN input.id");
		String all = """
				query ($p: ID!, $a: ID!) { p: node(id: $p) { ... on Proceeding { attachments(retracted: true) {
				  totalCount nodes { name retraction { reason recordedBy { name } } } } } }
				  a: node(id: $a) { ... on Attachment { name } } }""";
		this.desk.scene().ask(all, "p", this.desk.proceeding(), "a", id).is("""
				{p: {attachments: {totalCount: 1, nodes: [{name: 'wrong.pdf',
				  retraction: {reason: 'Another body\\'s', recordedBy: {name: 'Ana'}}}]}}, a: {name: 'wrong.pdf'}}""");
		list(this.desk.scene().staff(), id)
			.is("{p: {attachments: {totalCount: 0, nodes: []}}, a: {name: 'wrong.pdf'}}");
		String nothing = "{p: {attachments: {totalCount: 0, nodes: []}}, a: null}";
		this.desk.scene().ask(partner, all, "p", this.desk.proceeding(), "a", id).is(nothing);
		this.walls.without(() -> this.desk.scene().ask(partner, all, "p", this.desk.proceeding(), "a", id).is(nothing),
				"attachment", "attachment_retraction");
		assertThat(rows(partner)).containsExactly(0, 0);
		assertThat(this.transactions.read(partner, () -> this.sql.fetchCount(ATTACHMENT_RETRACTION))).isZero();
		assertThat(rows(this.desk.scene().staff())).containsExactly(1, 0);
		assertThat(get(token, id)).isEqualTo(404);
		var gone = this.desk.browser().get("/attachments/" + id);
		assertThat(gone.statusCode()).isEqualTo(410);
		assertThat(gone.body()).contains("The attachment was retracted: Another body's");
	}

	@Test
	void ofTwoWhoRetractAtOnceOneDoes() {
		String id = this.desk.attached("a.pdf");
		var answers = IntStream.range(0, 2)
			.mapToObj(i -> CompletableFuture.supplyAsync(() -> retract(this.desk.scene().staff(), id, "Wrong")))
			.toList()
			.stream()
			.map(answer -> answer.join().at("/retractAttachment/errors").size())
			.toList();
		assertThat(answers).containsExactlyInAnyOrder(0, 1);
	}

	@Test
	void fiftyProceedingsWithAttachmentsCostAsManyStatementsAsOne() {
		String query = """
				query ($c: ID!) { node(id: $c) { ... on Campaign { proceedings(first: 100) { nodes { attachments(first: 5) {
				  totalCount nodes { name recordedBy { name } proceeding { id } resolution { id } retraction { reason } } } } } } } }""";
		var scene = this.desk.scene();
		this.desk.attached("a.pdf");
		int one = this.statements.during(() -> scene.ask(query));
		for (int i = 0; i < 49; i++) {
			new Desk(scene, this.desk.browser(), scene.open()).attached("a.pdf");
		}
		assertThat(this.statements.during(() -> scene.ask(query))).isEqualTo(one).isLessThanOrEqualTo(7);
	}

	private Answer retract(Viewer viewer, String id, String reason) {
		return this.desk.scene().ask(viewer, """
				mutation ($a: ID!, $r: String!) { retractAttachment(input: {id: $a, reason: $r}) {
				  attachment { name } errors { code path message } } }""", "a", id, "r", reason);
	}

	private int get(Viewers.Token token, String attachment) {
		return this.http
			.send(this.http.anonymous("/attachments/" + attachment).header("Authorization", "Bearer " + token.secret()))
			.status();
	}

	/** How many attachments, and pieces of them, PostgreSQL shows. */
	private List<Integer> rows(Viewer viewer) {
		return this.transactions.read(viewer, () -> List.of(
				this.sql.fetchCount(ATTACHMENT, ATTACHMENT.PROCEEDING_ID.eq(Campaigning.uuid(this.desk.proceeding()))),
				this.sql.fetchCount(
						ATTACHMENT_PART.join(ATTACHMENT).on(ATTACHMENT.ID.eq(ATTACHMENT_PART.ATTACHMENT_ID)),
						ATTACHMENT.PROCEEDING_ID.eq(Campaigning.uuid(this.desk.proceeding())))));
	}

}
