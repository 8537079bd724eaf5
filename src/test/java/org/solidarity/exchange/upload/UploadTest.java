package org.solidarity.exchange.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.pledge.PledgeFixture.bodyId;
import static org.solidarity.pledge.PledgeFixture.campaignId;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.pledge.bulk.BulkErrorPolicy;
import org.solidarity.pledge.bulk.BulkPledges;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Http;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** CSV that comes from the field. */
@ApiTest
class UploadTest {

	@Autowired
	Uploads uploads;

	@Autowired
	BulkPledges bulk;

	@Autowired
	Api api;

	@Autowired
	Http http;

	@Autowired
	Viewers viewers;

	@Autowired
	PledgeFixture fixture;

	private Viewer staff;

	private UUID campaign;

	private UUID body;

	@BeforeEach
	void aCampaign() {
		this.staff = this.viewers.staff();
		this.campaign = this.fixture.campaign(this.staff);
		this.body = this.fixture.body();
	}

	@Test
	void aDryRunTellsEachFaultByLineAndFieldAndLeavesNothing() {
		String file = """
				key;body_id;type;amount;currency;pledged_on;due_on;purpose;name
				a;BODY;MONEY;1;USD;2025-01-01;2025-02-01;Küche;x
				b;BODY;MONEY;-1;USD;;;;
				c;nobody;MONEY;1;USD;;;;
				d;BODY;gold;1;USD;;;;
				e;BODY;MONEY;many;USD;;;;
				f;BODY;MONEY;1;USD;soon;;;
				g;BODY;MONEY;1;;;;;
				;BODY;MONEY;1;USD;;;;
				h;BODY
				""";
		var told = pledges(file, true);
		assertThat(JsonMapper.shared().valueToTree(told).toString()).isEqualTo(JsonMapper.shared()
			.readTree(
					"""
							{"dryRun":true,"rows":9,"recorded":[],"problems":[
							{"line":3,"field":"amount","value":"-1","reason":"amount is not more than nothing."},
							{"line":4,"field":"body_id","value":"nobody","reason":"bodyId is not the id of a body."},
							{"line":5,"field":"type","value":"gold",
							 "reason":"this is none of MONEY, STRIKE_FUND, VOLUNTEER_HOURS, TURNOUT"},
							{"line":6,"field":"amount","value":"many","reason":"this is not a number like 1234.50"},
							{"line":7,"field":"pledged_on","value":"soon","reason":"this is not a date; not used"},
							{"line":8,"field":"currency","value":null,
							 "reason":"currency is for MONEY and STRIKE_FUND, and only for them."},
							{"line":9,"field":"key","value":null,"reason":"the field is empty"},
							{"line":10,"field":"","value":null,"reason":"the row has 2 fields, the header has 9"}],"columnsNotRead":["name"]}""")
			.toString());
		assertThat(total()).isEqualTo("[]");
	}

	@Test
	void theSameFileAgainRecordsNothingMore() {
		String file = "key,body_id,type,amount,currency\na,BODY,MONEY,1.50,USD\nb,BODY,VOLUNTEER_HOURS,2,\n";
		var first = pledges(file, false);
		assertThat(first.problems()).isEmpty();
		assertThat(first.recorded()).extracting(UploadAnswer.Recorded::line).containsExactly(2L, 3L);
		assertThat(pledges(file, false)).isEqualTo(first);
		assertThat(total()).contains("\"pledges\":1").doesNotContain("\"pledges\":2");
		String pledge = first.recorded().getFirst().pledgeId();
		String came = "key,pledge_id,amount,currency,method,reference\nf,PLEDGE,0.50,USD,cash,=1\ng,PLEDGE,1,EUR,,\n"
			.replace("PLEDGE", pledge);
		for (int sent = 0; sent < 2; sent++) {
			var told = take(came, StandardCharsets.UTF_8, new FulfilmentForm(this.bulk), BulkErrorPolicy.PARTIAL,
					false);
			assertThat(told.recorded()).extracting(UploadAnswer.Recorded::key).containsExactly("f");
			assertThat(told.problems()).containsExactly(new UploadAnswer.Problem(3, "currency", "EUR",
					"currency is not that of the pledge; allowed is USD."));
		}
		assertThat(total()).contains("\"overpaid\":\"0.50\"");
	}

	@Test
	void allOrNothingIsNothingWhereARowCannotBeRead() {
		String file = "key,body_id,type,amount,currency\na,BODY,MONEY,1,USD\nb,BODY,MONEY,many,USD\n";
		var told = take(file, StandardCharsets.UTF_8, form(), BulkErrorPolicy.ALL_OR_NOTHING, false);
		assertThat(told.recorded()).isEmpty();
		assertThat(told.problems()).extracting(UploadAnswer.Problem::line).containsExactly(3L);
		assertThat(total()).isEqualTo("[]");
	}

	@Test
	void overHttpTheBodyIsTheFileInWhicheverEncodingPackedOrNot() throws IOException {
		Viewers.Token token = this.viewers.token();
		UUID shared = this.fixture.campaign(token.viewer());
		String path = "/uploads/pledges?campaignId=" + campaignId(shared) + "&dryRun=true";
		byte[] file = file("key\tbody_id\ttype\tamount\tcurrency\tpurpose\na\tBODY\tMONEY\t1\tUSD\tKüche\n")
			.getBytes(StandardCharsets.UTF_16);
		var packed = new ByteArrayOutputStream();
		try (var gzip = new GZIPOutputStream(packed)) {
			gzip.write(file);
		}
		var answer = post(token, path, packed.toByteArray());
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).startsWith(
				"{\"dryRun\":true,\"rows\":1,\"recorded\":[],\"problems\":[{\"line\":2," + "\"field\":\"body_id\",");
		var noColumn = post(token, path, "key,amount\n".getBytes(StandardCharsets.UTF_8));
		assertThat(noColumn.status()).isEqualTo(400);
		assertThat(noColumn.text()).contains("body_id").doesNotContain("/tmp", ".csv");
		assertThat(post(token, path, new byte[] { 'P', 'K', 3, 4, 5 }).text()).contains("The upload is a zip file")
			.doesNotContain("/tmp");
		assertThat(post(token, path, new byte[(1 << 20) + 1]).limit()).isEqualTo("uploadSize");
		assertThat(post(token, path,
				("key,body_id,type,amount\n" + "a,b,MONEY,1\n".repeat(501)).getBytes(StandardCharsets.UTF_8))
			.limit()).isEqualTo("uploadRows");
		assertThat(post(token, "/uploads/fulfilments", "key,pledge_id,amount\nk,p,1\n".getBytes(StandardCharsets.UTF_8))
			.code()).isEqualTo("FORBIDDEN");
		assertThat(this.http
			.send(this.http.anonymous(path)
				.header("Content-Type", "text/csv")
				.POST(HttpRequest.BodyPublishers.ofByteArray(file)))
			.status()).isEqualTo(401);
	}

	private Http.Reply post(Viewers.Token token, String path, byte[] body) {
		return this.http.send(this.http.anonymous(path)
			.header("Authorization", "Bearer " + token.secret())
			.header("Content-Type", "text/csv")
			.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
	}

	private UploadAnswer pledges(String text, boolean dryRun) {
		return take(text, StandardCharsets.UTF_8, form(), BulkErrorPolicy.PARTIAL, dryRun);
	}

	private PledgeForm form() {
		return new PledgeForm(this.bulk, NodeId.valueOf(campaignId(this.campaign)));
	}

	private UploadAnswer take(String text, Charset charset, RowForm<?> form, BulkErrorPolicy policy, boolean dryRun) {
		return this.uploads.take(this.staff, new ByteArrayInputStream(file(text).getBytes(charset)), form, policy,
				dryRun);
	}

	private String file(String text) {
		return text.replace("BODY", bodyId(this.body));
	}

	private String total() {
		return this.api
			.ask(this.staff,
					"""
							query ($c: ID!) { node(id: $c) { ... on Campaign { pledgeTotals { pledges amounts { unit proposed delivered
							  overpaid } } } } }""",
					"c", campaignId(this.campaign))
			.at("/node/pledgeTotals")
			.toString();
	}

}
