package org.solidarity.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who may try the demo: a person of each role, and two partner groups that see different
 * things.
 */
@Component
class DemoAccounts {

	private static final String CAMPAIGN = "demo-migrant-solidarity";

	private final DemoApi api;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	DemoAccounts(DemoApi api, Clock clock) {
		this.api = api;
		this.clock = clock;
	}

	/**
	 * Who was let in.
	 *
	 * @param people the accounts by their roles
	 */
	record Loaded(Credentials credentials, Map<String, String> people) {
	}

	Loaded load(Map<String, String> campaigns, Map<String, String> bodies) {
		List<Credentials.User> users = new ArrayList<>();
		String staff = person(users, "STAFF", "Demo Staff");
		campaigns.values().forEach(campaign -> assign(campaign, staff));
		String coordinator = person(users, "COORDINATOR", "Demo Coordinator");
		assign(campaigns.get(CAMPAIGN), coordinator);
		this.api.record("grantBodies", "",
				Map.of("accountId", coordinator, "bodyIds", List.of(bodies.get("demo-jc-east")), "withMembers", true));
		person(users, "AUDITOR", "Demo Auditor");
		person(users, "ADMINISTRATOR", "Demo Administrator");

		List<Credentials.Token> tokens = new ArrayList<>();
		String north = group("Demo Partner Group North", bodies.get("demo-partner-north"));
		share(campaigns.get(CAMPAIGN), north, true, true, true);
		share(campaigns.get("hr-676"), north, true, false, false);
		tokens.add(token(north, "Demo Partner Group North", List.of("READ", "SUBMIT")));
		String south = group("Demo Partner Group South", bodies.get("demo-partner-south"));
		share(campaigns.get("june-2025-raids"), south, false, false, true);
		share(campaigns.get(CAMPAIGN), south, true, false, false);
		tokens.add(token(south, "Demo Partner Group South", List.of("READ")));
		return new Loaded(new Credentials("", users, tokens), Map.of("STAFF", staff, "COORDINATOR", coordinator));
	}

	private String person(List<Credentials.User> users, String role, String name) {
		String email = role.toLowerCase() + "@demo.example.org";
		byte[] bytes = new byte[9];
		this.random.nextBytes(bytes);
		String password = "demo-" + HexFormat.of().formatHex(bytes);
		users.add(new Credentials.User(role, email, password));
		return this.api
			.record("createAccount", "account { id }",
					Map.of("email", email, "name", name, "role", role, "password", password))
			.at("/account/id")
			.asString();
	}

	private void assign(String campaign, String account) {
		this.api.record("assignToCampaign", "", Map.of("campaignId", campaign, "accountId", account));
	}

	private String group(String name, String body) {
		String group = this.api.record("createPartnerGroup", "partnerGroup { id }", Map.of("name", name))
			.at("/partnerGroup/id")
			.asString();
		this.api.record("grantPartnerBodies", "", Map.of("groupId", group, "bodyIds", List.of(body)));
		return group;
	}

	private void share(String campaign, String group, boolean endorsements, boolean pledgeTotals, boolean actions) {
		this.api.record("shareCampaign", "", Map.of("campaignId", campaign, "groupId", group, "endorsements",
				endorsements, "pledgeTotals", pledgeTotals, "actions", actions));
	}

	private Credentials.Token token(String group, String name, List<String> scopes) {
		String secret = this.api
			.record("issueApiToken", "secret", Map.of("idempotencyKey", name, "groupId", group, "name", "Demo",
					"scopes", scopes, "expiresAt", this.clock.instant().plus(Duration.ofDays(364)).toString()))
			.get("secret")
			.asString();
		return new Credentials.Token(name, scopes, secret);
	}

}
