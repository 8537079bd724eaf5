package org.solidarity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.Tables;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class AccountApiTest {

	static final String PASSWORD = "lamp river stone 9";

	static final String CREATE = """
			mutation ($email: String!, $role: Role!, $password: String!, $key: String) {
			  createAccount(input: {email: $email, name: "Ana", role: $role, password: $password, idempotencyKey: $key}) {
			    account { id email name role status lastSignInAt version } errors { code path message } } }""";

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	SignIns signIns;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Autowired
	Walls walls;

	@Test
	void aViewerIsToldWhoItIs() {
		var coordinator = this.viewers.coordinator();
		this.api.ask(coordinator, "{ viewer { role permissions account { name role } partnerGroup { name } } }")
			.is("""
					{viewer: {role: 'COORDINATOR',
					  permissions: ['READ', 'RECORD_PLEDGES', 'RECORD_ACTIONS', 'RECORD_MEMBERS', 'RECORD_OUTREACH', 'SEE_PERSONS', 'SEE_CONTACT_DETAILS'],
					  account: {name: 'Some COORDINATOR', role: 'COORDINATOR'}, partnerGroup: null}}""");
		var partner = this.viewers.partner();
		assertThat(this.api.ask(partner, "{ viewer { role account { name } partnerGroup { id } } }").at("").toString())
			.isEqualTo("{\"viewer\":{\"role\":\"PARTNER\",\"account\":null,\"partnerGroup\":{\"id\":\""
					+ new NodeId("grp", partner.group()) + "\"}}}");
	}

	@Test
	void anAdministratorMakesAnAccountThatSignsIn() {
		String email = UUID.randomUUID() + "@example.org";
		var made = this.api.ask(this.viewers.administrator(), CREATE, "email", email, "role", "STAFF", "password",
				PASSWORD);
		String id = made.text("/createAccount/account/id");
		made.is("{createAccount: {account: {id: '" + id + "', email: '" + email
				+ "', name: 'Ana', role: 'STAFF', status: 'ACTIVE', lastSignInAt: null, version: 1}, errors: []}}");
		assertThat(this.signIns.signIn(email.toUpperCase(), PASSWORD)).contains(NodeId.valueOf(id).of(Account.PREFIX));
	}

	@Test
	void everyoneElseIsRefused() {
		for (Viewer viewer : List.of(this.viewers.staff(), this.viewers.coordinator(), this.viewers.auditor(),
				this.viewers.partner())) {
			this.api.ask(viewer, CREATE, "email", "x@example.org", "role", "ADMINISTRATOR", "password", PASSWORD)
				.isRefused("FORBIDDEN");
			this.api
				.ask(viewer, "mutation ($id: ID!) { disableAccount(input: {id: $id}) { account { id } } }", "id",
						"acc_x")
				.isRefused("FORBIDDEN");
			this.api
				.ask(viewer,
						"mutation ($id: ID!) { resetPassword(input: {id: $id, password: \"x\"}) { account { id } } }",
						"id", "acc_x")
				.isRefused("FORBIDDEN");
		}
	}

	@Test
	void allThatIsWrongWithAnAccountIsToldAtOnce() {
		this.api
			.ask(this.viewers.administrator(), CREATE, "email", "no address", "role", "PARTNER", "password", "short")
			.hasUserErrors("INVALID input.email", "INVALID input.role", "REQUIRED input.password");
	}

	@Test
	void anAddressIsTakenWhateverItsCaseAndAKeyGivesTheSameAccountAgain() {
		var administrator = this.viewers.administrator();
		String email = UUID.randomUUID() + "@example.org";
		Object[] first = { "email", email, "role", "STAFF", "password", PASSWORD, "key", "once" };
		String id = this.api.ask(administrator, CREATE, first).text("/createAccount/account/id");
		assertThat(this.api.ask(administrator, CREATE, first).text("/createAccount/account/id")).isEqualTo(id);
		this.api.ask(administrator, CREATE, "email", email.toUpperCase(), "role", "STAFF", "password", PASSWORD)
			.hasUserErrors("TAKEN input.email");
	}

	@Test
	void anAddressIsSeenByItsOwnerAndByAdministratorsOnly() {
		var coordinator = this.viewers.coordinator();
		String id = new NodeId(Account.PREFIX, coordinator.id()).toString();
		String query = "query ($id: ID!) { node(id: $id) { ... on Account { name email } } }";
		assertThat(this.api.ask(coordinator, query, "id", id).text("/node/email")).contains("@");
		assertThat(this.api.ask(this.viewers.administrator(), query, "id", id).text("/node/email")).contains("@");
		this.api.ask(this.viewers.staff(), query, "id", id).is("{node: {name: 'Some COORDINATOR', email: null}}");
		this.api.ask(this.viewers.auditor(), query, "id", id).is("{node: {name: 'Some COORDINATOR', email: null}}");
		this.api.ask(this.viewers.coordinator(), query, "id", id).is("{node: null}");
		this.api.ask(this.viewers.partner(), query, "id", id).is("{node: null}");
	}

	@Test
	void theDatabaseHidesAccountsFromWhoeverMayNotSeeThemByItself() {
		var coordinator = this.viewers.coordinator();
		assertThat(ids(coordinator)).containsExactly(coordinator.id());
		assertThat(ids(this.viewers.partner())).isEmpty();
		assertThat(ids(this.viewers.auditor())).contains(coordinator.id());
		int changed = this.transactions.write(coordinator,
				() -> this.sql.update(Tables.ACCOUNT)
					.set(Tables.ACCOUNT.NAME, "Eve")
					.where(Tables.ACCOUNT.ID.eq(coordinator.id()))
					.execute());
		assertThat(changed).isZero();
	}

	@Test
	void theCodeHidesAccountsByItselfToo() {
		var coordinator = this.viewers.coordinator();
		String id = new NodeId(Account.PREFIX, this.viewers.staff().id()).toString();
		this.walls
			.without(() -> this.api.ask(coordinator, "query ($id: ID!) { node(id: $id) { id } }", "id", id), "account")
			.is("{node: null}");
	}

	@Test
	void aRoleIsChangedFromTheVersionThatWasReadAndNeverOnesOwn() {
		var administrator = this.viewers.administrator();
		String id = new NodeId(Account.PREFIX, this.viewers.staff().id()).toString();
		String change = """
				mutation ($id: ID!, $v: Int!) { changeAccountRole(input: {id: $id, expectedVersion: $v, role: AUDITOR}) {
				  account { role version } errors { code path } } }""";
		this.api.ask(administrator, change, "id", id, "v", 1)
			.is("{changeAccountRole: {account: {role: 'AUDITOR', version: 2}, errors: []}}");
		this.api.ask(administrator, change, "id", id, "v", 1).isRefused("CONFLICT");
		this.api.ask(administrator, change, "id", new NodeId(Account.PREFIX, administrator.id()).toString(), "v", 1)
			.hasUserErrors("MOVE_NOT_ALLOWED input.id");
		this.api.ask(administrator, change, "id", "acc_nonsense", "v", 1).hasUserErrors("NOT_FOUND input.id");
	}

	@Test
	void aPasswordIsChangedWithTheOldOneAndResetByAnAdministrator() {
		var administrator = this.viewers.administrator();
		String email = UUID.randomUUID() + "@example.org";
		String id = this.api.ask(administrator, CREATE, "email", email, "role", "STAFF", "password", PASSWORD)
			.text("/createAccount/account/id");
		var person = new Viewer(NodeId.valueOf(id).of(Account.PREFIX), Role.STAFF, null, Permissions.of(Role.STAFF));
		String change = """
				mutation ($old: String!, $new: String!) { changePassword(input: {oldPassword: $old, newPassword: $new}) {
				  account { id } errors { code path } } }""";
		this.api.ask(person, change, "old", "wrong", "new", "other river stone 9")
			.hasUserErrors("INVALID input.oldPassword");
		this.api.ask(person, change, "old", PASSWORD, "new", "Password1234").hasUserErrors("INVALID input.newPassword");
		this.api.ask(person, change, "old", PASSWORD, "new", "other river stone 9")
			.is("{changePassword: {account: {id: '" + id + "'}, errors: []}}");
		assertThat(this.signIns.signIn(email, PASSWORD)).isEmpty();
		assertThat(this.signIns.signIn(email, "other river stone 9")).isPresent();
		this.api.ask(administrator,
				"mutation ($id: ID!) { resetPassword(input: {id: $id, password: \"third river stone 9\"}) { errors { code } } }",
				"id", id)
			.is("{resetPassword: {errors: []}}");
		assertThat(this.signIns.signIn(email, "third river stone 9")).isPresent();
		this.api.ask(this.viewers.partner(), change, "old", PASSWORD, "new", PASSWORD).isRefused("FORBIDDEN");
	}

	private List<UUID> ids(Viewer viewer) {
		return this.transactions.read(viewer,
				() -> this.sql.select(Tables.ACCOUNT.ID).from(Tables.ACCOUNT).fetch(Tables.ACCOUNT.ID));
	}

}
