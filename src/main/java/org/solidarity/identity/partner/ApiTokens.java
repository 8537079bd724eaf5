package org.solidarity.identity.partner;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.PageRequest;
import org.springframework.stereotype.Service;

/** The tokens that partner groups query with. */
@Service
public class ApiTokens implements NodeSource {

	private final TokenRepository tokens;

	private final PartnerGroups groups;

	private final LastUse lastUse;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	ApiTokens(TokenRepository tokens, PartnerGroups groups, LastUse lastUse, Transactions transactions,
			Idempotency idempotency, Clock clock) {
		this.tokens = tokens;
		this.groups = groups;
		this.lastUse = lastUse;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return ApiToken.PREFIX;
	}

	@Override
	public Map<UUID, ApiToken> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.tokens.find(viewer, ids));
	}

	/** A page of the tokens of each group, newest first. */
	public Map<UUID, Connection<ApiToken>> of(Viewer viewer, Collection<UUID> groups, PageRequest page) {
		return this.transactions.read(viewer, () -> this.tokens.of(viewer, groups, page));
	}

	/**
	 * A new token, with its secret.
	 * @throws Invalid where the input cannot stand
	 */
	public IssueApiToken.Payload issue(Viewer viewer, IssueApiToken.Input input) {
		viewer.require(Permission.MANAGE_TOKENS);
		Instant now = this.clock.instant();
		input.check(now);
		UUID group = input.groupId().of(PartnerGroup.PREFIX);
		String secret = TokenSecret.random();
		return this.transactions.write(viewer, () -> {
			if (!this.groups.nodes(viewer, List.of(group)).containsKey(group)) {
				throw new Invalid(UserError.Code.NOT_FOUND, "groupId is not the id of a partner group.", "input",
						"groupId");
			}
			boolean[] made = { false };
			UUID id = this.idempotency.once(viewer, "issueApiToken", input.idempotencyKey(), input, () -> {
				made[0] = true;
				return this.tokens.insert(viewer, input, TokenSecret.hash(secret), now);
			});
			return new IssueApiToken.Payload(this.tokens.find(viewer, List.of(id)).get(id), made[0] ? secret : null);
		});
	}

	/**
	 * Ends a token at once; one that has ended stays as it is.
	 * @throws Invalid NOT_FOUND
	 */
	public ApiToken revoke(Viewer viewer, NodeId token) {
		viewer.require(Permission.MANAGE_TOKENS);
		UUID id = token.of(ApiToken.PREFIX);
		return this.transactions.write(viewer, () -> {
			this.tokens.revoke(viewer, id, this.clock.instant());
			ApiToken revoked = this.tokens.find(viewer, List.of(id)).get(id);
			if (revoked == null) {
				throw new Invalid(UserError.Code.NOT_FOUND, "id is not the id of an API token.", "input", "id");
			}
			return revoked;
		});
	}

	/** Whom this secret lets in, from this address; empty where it is no good token. */
	public Optional<Viewer> viewer(String secret, String address) {
		return proof(secret, address).flatMap(this::viewer);
	}

	/**
	 * What is left of a secret once it was told, to ask for its viewer again; empty where
	 * it has not the form of a token.
	 */
	public static Optional<Proof> proof(String secret, String address) {
		return TokenSecret.isWellFormed(secret)
				? Optional.of(new Proof(ByteBuffer.wrap(TokenSecret.hash(secret)), address)) : Optional.empty();
	}

	/** A token that was sent from an address. */
	public record Proof(ByteBuffer hash, String address) {
	}

	/** Whom it lets in now; empty where it is no good token. */
	public Optional<Viewer> viewer(Proof proof) {
		var viewer = this.transactions.read(Viewer.SYSTEM,
				() -> this.tokens.viewer(proof.hash().array(), proof.address(), this.clock.instant()));
		viewer.ifPresent(found -> this.lastUse.of(found.id()));
		return viewer;
	}

}
