package org.solidarity.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Http;
import org.solidarity.support.Sockets;
import org.solidarity.support.TestClock;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@ApiTest
class RatesTest {

	private static final Limits DEFAULTS = new Binder(new MapConfigurationPropertySource(Map.of()))
		.bindOrCreate("crm.limits", Limits.class);

	@Autowired
	Http http;

	@Autowired
	Viewers viewers;

	@Autowired
	Api api;

	@Autowired
	Campaigning campaigning;

	@Autowired
	Sockets sockets;

	@Autowired
	Rates applied;

	@Autowired
	Limits limits;

	private final TestClock clock = new TestClock();

	private final Rates rates = new Rates(DEFAULTS, this.clock);

	private final UUID caller = UUID.randomUUID();

	RatesTest() {
		this.clock.stop();
	}

	private static void refused(ThrowingCallable work, long retryAfter) {
		assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, refused -> {
			assertThat(refused.code().name()).isEqualTo("RATE_LIMITED");
			assertThat(refused.extensions()).containsEntry("retryAfter", retryAfter);
		});
	}

	@Test
	void aCallerSends50RequestsInASecond() {
		for (int i = 0; i < 50; i++) {
			this.rates.request(this.caller);
		}
		refused(() -> this.rates.request(this.caller), 1);
		this.rates.request(UUID.randomUUID());
		this.clock.advance(Duration.ofMillis(100));
		for (int i = 0; i < 5; i++) {
			this.rates.request(this.caller);
		}
		refused(() -> this.rates.request(this.caller), 1);
	}

	@Test
	void aCallerHas10000PointsAndGets100BackASecond() {
		assertThat(this.rates.charge(this.caller, 5_000).remaining()).isEqualTo(5_000);
		var charge = this.rates.charge(this.caller, 4_000);
		assertThat(charge)
			.isEqualTo(new Charge(4_000, 10_000, 1_000, this.clock.instant().plus(Duration.ofSeconds(90))));
		refused(() -> this.rates.charge(this.caller, 2_000), 10);
		this.clock.advance(Duration.ofSeconds(10));
		assertThat(this.rates.charge(this.caller, 2_000).remaining()).isZero();
		this.clock.advance(Duration.ofHours(1));
		assertThat(this.rates.charge(this.caller, 0).remaining()).isEqualTo(10_000);
	}

	@Test
	void whoHasNothingLeftGets429AndIsToldWhenToComeBack() {
		var token = this.viewers.token();
		this.applied.charge(token.viewer().id(), this.limits.points());
		for (String accept : new String[] { "application/json", "application/graphql-response+json" }) {
			var reply = this.http.send(this.http.request(token)
				.header("Content-Type", "application/json")
				.header("Accept", accept)
				.POST(BodyPublishers.ofString("{\"query\":\"mutation{__typename}\"}")));
			assertThat(reply.status()).isEqualTo(429);
			assertThat(reply.code()).isEqualTo("RATE_LIMITED");
			assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(9, 10);
		}
	}

	@Test
	void whoeverHasNotSignedInIsCountedByTheirAddress() {
		String address = "127.0.0.9";
		this.applied.charge(Viewer.anyone(address).id(), this.limits.points());
		for (String ending : new String[] { "", ".csv", ".json", "/logos/" + this.caller }) {
			var reply = this.http.sendFrom(address, this.http.anonymous("/public/endorsers/some-list" + ending));
			assertThat(reply.status()).as(ending).isEqualTo(429);
			assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
		}
		var ask = BodyPublishers.ofString("{\"query\":\"{publicEndorserList(slug: \\\"some-list\\\") {title}}\"}");
		var asked = this.http.sendFrom(address,
				this.http.anonymous().header("Content-Type", "application/json").POST(ask));
		assertThat(asked.status()).isEqualTo(429);
		assertThat(this.http.send(this.http.anonymous("/public/endorsers/some-list")).status()).isEqualTo(404);
	}

	@Test
	void whoHasNothingLeftIsToldNothingMoreOfWhatHappens() {
		var staff = this.viewers.staff();
		var token = this.viewers.token();
		String campaign = this.campaigning.campaign(staff);
		this.campaigning.shareEndorsements(campaign, token.viewer());
		String changed = "subscription ($c: ID!) { endorsementChanged(campaignId: $c) { proceeding { campaign { id } body { id } } } }";
		try (var client = this.sockets.of(token)) {
			client.subscribe("1", changed, "c", campaign);
			this.applied.charge(token.viewer().id(), this.applied.charge(token.viewer().id(), 0).remaining());
			this.api.ask(staff,
					"mutation ($c: ID!, $b: ID!) { openProceeding(input: {campaignId: $c, bodyId: $b, visibility: PUBLIC}) { errors { code } } }",
					"c", campaign, "b", this.campaigning.local(staff, "Local of " + staff.id()));
			assertThat(client.error("1").at("/extensions/code").asString()).isEqualTo("RATE_LIMITED");
			assertThat(client.ask("2", changed, "c", campaign).error("2").at("/extensions/code").asString())
				.isEqualTo("RATE_LIMITED");
		}
	}

}
