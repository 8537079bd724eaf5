package org.solidarity.endorsement.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solidarity.support.Answer;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Campaigning;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

/** Opening and closing the list, and what bodies permit of themselves in it. */
@ApiTest
class PublicationTest {

	private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0 };

	@Autowired
	PublicationFixture fixture;

	@Autowired
	Viewers viewers;

	@Autowired
	Campaigning campaigning;

	@Autowired
	Walls walls;

	PublicationFixture.Scene list;

	@BeforeEach
	void anOpenList() {
		this.list = this.fixture.scene();
	}

	@Test
	void aQuoteIsShownOnlyWhileItIsPermitted() {
		String body = this.list.endorser("Quoted Local");
		String first = this.list.quote(body, "We stand together");
		assertThat(this.list.get(".json").json().at("/endorsers/0/quote").isNull()).isTrue();
		this.list.permit(body, first, "GIVEN").hasUserErrors();
		assertThat(this.list.get(".json").json().at("/endorsers/0/quote/text").asString())
			.isEqualTo("We stand together");
		String second = this.list.quote(body, "Nothing about us without us");
		assertThat(this.list.get(".json").json().at("/endorsers/0/quote/text").asString())
			.isEqualTo("We stand together");
		this.list.permit(body, second, "GIVEN").hasUserErrors();
		assertThat(this.list.get(".json").json().at("/endorsers/0/quote/text").asString())
			.isEqualTo("Nothing about us without us");
		this.list.permit(body, second, "WITHDRAWN").hasUserErrors();
		this.list.permit(body, first, "WITHDRAWN").hasUserErrors();
		assertThat(this.list.get(".json").json().at("/endorsers/0/quote").isNull()).isTrue();
		String other = this.list.endorser("Other Local");
		this.list.permit(other, first, "GIVEN").hasUserErrors("NOT_FOUND input.materialId");
	}

	@Test
	void aLogoIsAPictureAndGoneWithItsPermission() {
		String body = this.list.endorser("Signed Local");
		var record = """
				mutation ($c: ID!, $b: ID!, $i: String!) { recordEndorserLogo(input: {campaignId: $c, bodyId: $b, image: $i,
				  alternativeText: "Two hands"}) { material { id mediaType } errors { code message path } } }""";
		this.list
			.ask(this.list.staff(), record, "c", this.list.campaign(), "b", body, "i",
					Base64.getEncoder().encodeToString("<svg onload='x'/>".getBytes()))
			.hasUserErrors("INVALID input.image");
		this.list.ask(this.list.staff(), record, "c", this.list.campaign(), "b", body, "i", "***")
			.hasUserErrors("INVALID input.image");
		this.list
			.ask(this.list.staff(), record, "c", this.list.campaign(), "b", body, "i",
					Base64.getEncoder().encodeToString(Arrays.copyOf(PNG, 100 * 1024 + 1)))
			.hasUserErrors("TOO_LONG input.image");
		var logo = this.list.ask(this.list.staff(), record, "c", this.list.campaign(), "b", body, "i",
				Base64.getEncoder().encodeToString(PNG));
		assertThat(logo.text("/recordEndorserLogo/material/mediaType")).isEqualTo("image/png");
		String material = logo.text("/recordEndorserLogo/material/id");
		String path = "/logos/" + Campaigning.uuid(material);
		assertThat(this.list.get(path).status()).isEqualTo(404);
		this.list.permit(body, material, "GIVEN").hasUserErrors();
		assertThat(this.list.get(path).response().body()).isEqualTo(PNG);
		assertThat(this.list.get(path).header("Content-Type")).isEqualTo("image/png");
		assertThat(this.list.get("").text()).contains(
				"<img src=\"/public/endorsers/" + this.list.slug() + path + "\" loading=\"lazy\" alt=\"Two hands\">");
		this.list.permit(body, material, "WITHDRAWN").hasUserErrors();
		assertThat(this.list.get(path).status()).isEqualTo(404);
		assertThat(this.list.get("").text()).doesNotContain("<img");
	}

	@Test
	void aLogoOfAClosedListIsNotThere() {
		String body = this.list.endorser("Signed Local");
		String material = this.list.ask(this.list.staff(),
				"mutation ($c: ID!, $b: ID!, $i: String!) { recordEndorserLogo(input: {campaignId: $c, bodyId: $b, image: $i, "
						+ "alternativeText: \"Two hands\"}) { material { id } } }",
				"c", this.list.campaign(), "b", body, "i", Base64.getEncoder().encodeToString(PNG))
			.text("/recordEndorserLogo/material/id");
		this.list.permit(body, material, "GIVEN").hasUserErrors();
		String path = "/logos/" + Campaigning.uuid(material);
		assertThat(this.list.get(path).status()).isEqualTo(200);
		assertThat(this.fixture.scene().get(path).status()).as("in another list").isEqualTo(404);
		var closing = this.list.ask(this.list.staff(),
				"query ($c: ID!) { node(id: $c) { ... on Campaign { endorserList { id } } } }", "c",
				this.list.campaign());
		this.list.ask(this.list.staff(),
				"mutation ($l: ID!) { unpublishEndorsers(input: {id: $l, expectedVersion: 1}) { errors { code path } } }",
				"l", closing.text("/node/endorserList/id"))
			.hasUserErrors();
		assertThat(this.list.get(path).status()).isEqualTo(404);
	}

	@Test
	void aListThatIsClosedIsNotThere() {
		this.list.endorser("Closed Local");
		var list = this.list.ask(this.list.staff(),
				"query ($c: ID!) { node(id: $c) { ... on Campaign { endorserList { id version } } } }", "c",
				this.list.campaign());
		var close = "mutation ($l: ID!, $v: Int!) { unpublishEndorsers(input: {id: $l, expectedVersion: $v}) { list { open } errors { code path } } }";
		String id = list.text("/node/endorserList/id");
		int version = list.at("/node/endorserList/version").asInt();
		this.list.ask(this.viewers.coordinator(), close, "l", id, "v", version).isRefused("FORBIDDEN");
		this.list.ask(this.viewers.staff(), close, "l", id, "v", version).hasUserErrors("NOT_FOUND input.id");
		this.list.ask(this.list.staff(), close, "l", id, "v", version + 1).isRefused("CONFLICT");
		this.list.ask(this.list.staff(), close, "l", id, "v", version).hasUserErrors();
		assertThat(this.list.get("").status()).isEqualTo(404);
		assertThat(this.list.get(".csv").status()).isEqualTo(404);
		new Answer(this.list.ask("query ($s: String!) { publicEndorserList(slug: $s) { title } }").json())
			.is("{publicEndorserList: null}");
		this.list.publish(this.list.campaign(), this.list.slug()).hasUserErrors();
		assertThat(this.list.get("").status()).isEqualTo(200);
	}

	@Test
	void aSlugIsAWordAndOfOneList() {
		String other = this.campaigning.campaign(this.list.staff());
		this.list.publish(other, this.list.slug()).hasUserErrors("TAKEN input.slug");
		this.list.publish(other, "Not A Word").hasUserErrors("INVALID input.slug");
		this.list.publish(other, "x").hasUserErrors("OUT_OF_RANGE input.slug");
	}

	@Test
	void onlyWhoRecordsEndorsementsRecordsForTheList() {
		String body = this.list.endorser("Theirs Local");
		var coordinator = this.viewers.coordinator(Campaigning.uuid(body));
		this.campaigning.assign(this.list.campaign(), coordinator);
		for (String act : List.of(
				"publishEndorsers(input: {campaignId: \"%1$s\", slug: \"another\", title: \"A title\"})",
				"recordEndorserQuote(input: {campaignId: \"%s\", bodyId: \"%s\", quote: \"A\"})",
				"recordEndorserLogo(input: {campaignId: \"%s\", bodyId: \"%s\", image: \"AA\", alternativeText: \"A\"})",
				"recordListingPermission(input: {campaignId: \"%s\", bodyId: \"%s\", decision: GIVEN, givenBy: \"A\"})")) {
			this.list
				.ask(coordinator, "mutation { " + act.formatted(this.list.campaign(), body) + " { errors { code } } }")
				.isRefused("FORBIDDEN");
		}
	}

	@Test
	void whatIsRecordedForTheListIsSeenByWhoWorksOnIt() {
		String mine = this.list.endorser("Mine Local");
		String other = this.list.endorser("Not mine Local");
		String quote = this.list.quote(mine, "Mine");
		this.list.quote(other, "Not mine");
		this.list.permit(mine, quote, "GIVEN").hasUserErrors();
		var query = """
				query ($c: ID!) { node(id: $c) { ... on Campaign { endorserList { open
				  materials { totalCount nodes { body { name } quote permitted } }
				  permissions { totalCount nodes { body { name } material { quote } decision givenBy } } } } } }""";
		this.list.ask(this.list.staff(), query, "c", this.list.campaign()).is("""
				{node: {endorserList: {open: true, materials: {totalCount: 2, nodes: [
				  {body: {name: 'Not mine Local'}, quote: 'Not mine', permitted: false},
				  {body: {name: 'Mine Local'}, quote: 'Mine', permitted: true}]},
				  permissions: {totalCount: 1, nodes: [{body: {name: 'Mine Local'}, material: {quote: 'Mine'},
				    decision: 'GIVEN', givenBy: 'Its secretary'}]}}}}""");
		var coordinator = this.viewers.coordinator(Campaigning.uuid(mine));
		this.campaigning.assign(this.list.campaign(), coordinator);
		var seen = "{node: {endorserList: {open: true, materials: {totalCount: 1, nodes: [{body: {name: 'Mine Local'}, quote: 'Mine', permitted: true}]}, "
				+ "permissions: {totalCount: 1, nodes: [{body: {name: 'Mine Local'}, material: {quote: 'Mine'}, decision: 'GIVEN', givenBy: 'Its secretary'}]}}}}";
		this.list.ask(coordinator, query, "c", this.list.campaign()).is(seen);
		this.walls.without(() -> this.list.ask(coordinator, query, "c", this.list.campaign()).is(seen),
				"endorser_material", "listing_permission", "endorser_list");
		var partner = this.viewers.partner();
		this.campaigning.shareEndorsements(this.list.campaign(), partner);
		this.list.ask(partner, query, "c", this.list.campaign()).is("{node: {endorserList: null}}");
		this.walls.without(
				() -> this.list.ask(partner, query, "c", this.list.campaign()).is("{node: {endorserList: null}}"),
				"endorser_list");
		this.list.ask(partner, "query ($q: ID!) { node(id: $q) { id } }", "q", quote).is("{node: null}");
	}

}
