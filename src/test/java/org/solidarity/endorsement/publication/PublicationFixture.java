package org.solidarity.endorsement.publication;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Answer;
import org.solidarity.support.Api;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Http;
import org.solidarity.support.Viewers;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Public lists to test with; each call opens a new one. */
@Lazy
@Component
public class PublicationFixture {

	private final Api api;

	private final Viewers viewers;

	private final Campaigning campaigning;

	private final Http http;

	PublicationFixture(Api api, Viewers viewers, Campaigning campaigning, Http http) {
		this.api = api;
		this.viewers = viewers;
		this.campaigning = campaigning;
		this.http = http;
	}

	/** Staff at work on a new campaign, whose list is open and empty. */
	public Scene scene() {
		Viewer staff = this.viewers.staff();
		var scene = new Scene(this, staff, this.campaigning.campaign(staff), "list-" + UUID.randomUUID());
		scene.publish(scene.campaign(), scene.slug()).hasUserErrors();
		return scene;
	}

	/** What a test has before it. */
	public record Scene(PublicationFixture fixture, Viewer staff, String campaign, String slug) {

		public Answer ask(Viewer viewer, String document, Object... variables) {
			return this.fixture.api.ask(viewer, document, variables);
		}

		/**
		 * A local that adopted, as this event tells, in a proceeding of that visibility.
		 */
		public String endorser(String name, String visibility, String proceeding, String event) {
			String body = this.fixture.campaigning.body(this.staff, "LOCAL_UNION", name, "US-NY", visibility);
			var opened = ask(this.staff,
					"""
							mutation ($c: ID!, $b: ID!, $v: Visibility) { openProceeding(input: {campaignId: $c, bodyId: $b, visibility: $v}) {
							  proceeding { id version } } }""",
					"c", this.campaign, "b", body, "v", proceeding);
			ask(this.staff,
					"mutation ($p: ID!, $v: Int!) { adoptResolution(input: {proceedingId: $p, expectedVersion: $v, "
							+ "decisionBody: MEMBERSHIP, event: {" + event + "}}) { errors { code message path } } }",
					"p", opened.text("/openProceeding/proceeding/id"), "v",
					opened.at("/openProceeding/proceeding/version").asInt())
				.hasUserErrors();
			return body;
		}

		/** A local that anyone may know of, and that it endorses since 9 June 2025. */
		public String endorser(String name) {
			return endorser(name, "PUBLIC", "PUBLIC", "happenedOn: \"2025-06-09\", evidence: CONFIRMED");
		}

		public Answer publish(String of, String at) {
			return this.fixture.api.ask(this.staff,
					"""
							mutation ($c: ID!, $s: String!) { publishEndorsers(input: {campaignId: $c, slug: $s, title: "Who stands <with> us"}) {
							  list { id version open path } errors { code message path } } }""",
					"c", of, "s", at);
		}

		public String quote(String body, String words) {
			return this.fixture.api
				.ask(this.staff,
						"""
								mutation ($c: ID!, $b: ID!, $q: String!) { recordEndorserQuote(input: {campaignId: $c, bodyId: $b, quote: $q,
								  speaker: "A. Speaker", language: "en"}) { material { id permitted } } }""",
						"c", this.campaign, "b", body, "q", words)
				.text("/recordEndorserQuote/material/id");
		}

		public Answer permit(String body, @Nullable String material, String decision) {
			return this.fixture.api.ask(this.staff,
					"""
							mutation ($c: ID!, $b: ID!, $m: ID, $d: ListingDecision!) { recordListingPermission(input: {campaignId: $c, bodyId: $b,
							  materialId: $m, decision: $d, givenBy: "Its secretary"}) { permission { decision } errors { code path } } }""",
					"c", this.campaign, "b", body, "m", material, "d", decision);
		}

		public Http.Reply get(String rest) {
			return this.fixture.http.send(this.fixture.http.anonymous("/public/endorsers/" + this.slug + rest));
		}

		public Http.Reply ask(String document) {
			return this.fixture.http.send(this.fixture.http.anonymous()
				.header("Content-Type", "application/json")
				.header("Accept", "application/graphql-response+json")
				.POST(BodyPublishers.ofString(JsonMapper.shared()
					.writeValueAsString(Map.of("query", document, "variables", Map.of("s", this.slug))))));
		}

	}

}
