package org.solidarity.support;

import static org.solidarity.platform.jooq.Tables.ACCOUNT;
import static org.solidarity.platform.jooq.Tables.ACCOUNT_BODY;
import static org.solidarity.platform.jooq.Tables.PARTNER_BODY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.solidarity.identity.Permissions;
import org.solidarity.identity.partner.ApiTokens;
import org.solidarity.identity.partner.CreatePartnerGroup;
import org.solidarity.identity.partner.IssueApiToken;
import org.solidarity.identity.partner.PartnerGroup;
import org.solidarity.identity.partner.PartnerGroups;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;
import org.solidarity.platform.jooq.enums.TokenScope;
import org.springframework.stereotype.Component;

/** People and partner groups to ask as; each call makes a new one. */
@Component
public class Viewers {

	private final DSLContext sql;

	private final Transactions transactions;

	private final PartnerGroups groups;

	private final ApiTokens tokens;

	Viewers(DSLContext sql, Transactions transactions, PartnerGroups groups, ApiTokens tokens) {
		this.sql = sql;
		this.groups = groups;
		this.tokens = tokens;
		this.transactions = transactions;
	}

	public Viewer staff() {
		return account(Role.STAFF);
	}

	public Viewer administrator() {
		return account(Role.ADMINISTRATOR);
	}

	public Viewer auditor() {
		return account(Role.AUDITOR);
	}

	/** A coordinator of these bodies, with their members. */
	public Viewer coordinator(UUID... bodies) {
		return coordinator(true, bodies);
	}

	/** A coordinator of these bodies who sees none of their members. */
	public Viewer coordinatorWithoutMembers(UUID... bodies) {
		return coordinator(false, bodies);
	}

	private Viewer coordinator(boolean withMembers, UUID... bodies) {
		var viewer = account(Role.COORDINATOR);
		this.transactions.write(Viewer.SYSTEM, () -> {
			for (UUID body : bodies) {
				this.sql.insertInto(ACCOUNT_BODY)
					.set(ACCOUNT_BODY.ACCOUNT_ID, viewer.id())
					.set(ACCOUNT_BODY.BODY_ID, body)
					.set(ACCOUNT_BODY.WITH_MEMBERS, withMembers)
					.execute();
			}
			return null;
		});
		return viewer;
	}

	/**
	 * A partner group that speaks for these bodies, by a token that may read and submit.
	 */
	public Viewer partner(UUID... bodies) {
		UUID group = group(bodies);
		return new Viewer(issue(group).apiToken().id(), Role.PARTNER, group,
				Permissions.of(List.of(TokenScope.values())));
	}

	/** An API token of a new partner group, and whom it stands for. */
	public record Token(String secret, Viewer viewer) {
	}

	public Token token() {
		UUID group = group();
		var issued = issue(group);
		return new Token(issued.secret(),
				new Viewer(issued.apiToken().id(), Role.PARTNER, group, Permissions.of(List.of(TokenScope.values()))));
	}

	private IssueApiToken.Payload issue(UUID group) {
		return this.tokens.issue(Viewer.SYSTEM,
				new IssueApiToken.Input(UUID.randomUUID().toString(), new NodeId(PartnerGroup.PREFIX, group), "test",
						List.of(TokenScope.values()), Instant.now().plus(Duration.ofDays(1)), null));
	}

	private UUID group(UUID... bodies) {
		return this.transactions.write(Viewer.SYSTEM, () -> {
			UUID group = this.groups
				.create(Viewer.SYSTEM, new CreatePartnerGroup.Input(null, "Partners " + UUID.randomUUID()))
				.id();
			for (UUID body : bodies) {
				this.sql.insertInto(PARTNER_BODY)
					.set(PARTNER_BODY.GROUP_ID, group)
					.set(PARTNER_BODY.BODY_ID, body)
					.execute();
			}
			return group;
		});
	}

	private Viewer account(Role role) {
		return this.transactions.write(Viewer.SYSTEM, () -> {
			UUID id = this.sql.insertInto(ACCOUNT)
				.set(ACCOUNT.EMAIL, UUID.randomUUID() + "@example.org")
				.set(ACCOUNT.NAME, "Some " + role)
				.set(ACCOUNT.ROLE, role)
				.set(ACCOUNT.PASSWORD_HASH, "none")
				.returning(ACCOUNT.ID)
				.fetchSingle(ACCOUNT.ID);
			return new Viewer(id, role, null, Permissions.of(role));
		});
	}

}
