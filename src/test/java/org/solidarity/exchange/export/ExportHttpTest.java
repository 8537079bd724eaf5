package org.solidarity.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.pledge.PledgeFixture.campaignId;

import java.net.http.HttpRequest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.limits.Limits;
import org.solidarity.platform.limits.Rates;
import org.solidarity.pledge.PledgeFixture;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Http;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;

/** Exports as a program with a token asks for them. */
@ApiTest
class ExportHttpTest {

	@Autowired
	Http http;

	@Autowired
	Viewers viewers;

	@Autowired
	Rates rates;

	@Autowired
	Limits limits;

	@Autowired
	PledgeFixture fixture;

	@Test
	void theFileComesWithItsTypeAndNameAndCostsAsMuchAsTheDearestOperation() {
		Viewers.Token token = this.viewers.token();
		UUID campaign = this.fixture.campaign(token.viewer());
		this.rates.charge(token.viewer().id(), this.limits.points() - 2 * this.limits.cost());
		var csv = get(token, campaign, "pledges.csv");
		assertThat(csv.status()).isEqualTo(200);
		assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
		assertThat(csv.header("Content-Disposition"))
			.matches("attachment; filename=\"pledges-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
		assertThat(csv.header("Cache-Control")).isEqualTo("no-store");
		assertThat(csv.text()).startsWith("Pledge,Body,").endsWith("in minor units\"\r\n");
		var xlsx = get(token, campaign, "pledge-totals.xlsx");
		assertThat(xlsx.status()).isEqualTo(200);
		assertThat(xlsx.text()).startsWith("PK");
		var third = get(token, campaign, "actions.csv");
		assertThat(third.status()).isEqualTo(429);
		assertThat(third.code()).isEqualTo("RATE_LIMITED");
		assertThat(third.header("Retry-After")).isNotEmpty();
		assertThat(third.header("Content-Disposition")).isEmpty();
	}

	@Test
	void whatIsNotThereIsRefusedBeforeAnythingIsWritten() {
		var token = this.viewers.token();
		UUID campaign = this.fixture.campaign();
		var hidden = get(token, campaign, "pledges.csv");
		assertThat(hidden.status()).isEqualTo(400);
		assertThat(hidden.json().at("/errors/0/message").asString())
			.isEqualTo("campaignId is not the id of a campaign.");
		assertThat(hidden.header("Content-Disposition")).isEmpty();
		assertThat(get(token, UUID.randomUUID(), "pledges.csv").text()).isEqualTo(hidden.text());
		var other = get(this.viewers.token(), campaign, "persons.csv");
		assertThat(other.json().at("/errors/0/message").asString())
			.isEqualTo("There is no such export; there are actions, endorsers, fulfilments, pledge-totals, "
					+ "pledge-totals-by-body, pledge-totals-by-month, pledge-totals-by-purpose, "
					+ "pledge-totals-by-region, pledge-totals-by-type, pledges.");
		assertThat(this.http.send(this.http.anonymous("/exports/" + campaignId(campaign) + "/pledges.csv")).status())
			.isEqualTo(401);
	}

	private Http.Reply get(Viewers.Token token, UUID campaign, String file) {
		HttpRequest.Builder request = this.http.anonymous("/exports/" + campaignId(campaign) + "/" + file)
			.header("Authorization", "Bearer " + token.secret());
		return this.http.send(request);
	}

}
