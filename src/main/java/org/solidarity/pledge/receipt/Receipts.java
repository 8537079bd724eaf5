package org.solidarity.pledge.receipt;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaigns;
import org.solidarity.platform.Idempotency;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.NodeSource;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.Violations;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;
import org.solidarity.pledge.Pledges;
import org.solidarity.pledge.ledger.Ledger;
import org.solidarity.pledge.ledger.PledgeEntry;
import org.springframework.stereotype.Service;

/** The receipts for what came of the pledges that the viewer may see. */
@Service
class Receipts implements NodeSource {

	private static final Violations VIOLATIONS = new Violations()
		.of("pledge_receipt_number_is_unique_in_its_campaign", UserError.Code.TAKEN,
				"number is that of another receipt in the campaign; give another one.", "input", "number")
		.of("pledge_receipt_is_for_a_fulfilment", UserError.Code.MOVE_NOT_ALLOWED,
				"The fulfilment came by a pledge that counts toward this one; issue the receipt there.", "input",
				"fulfilmentId")
		.of("pledge_fulfilment_has_at_most_20_receipts", UserError.Code.MOVE_NOT_ALLOWED,
				"The fulfilment has 20 receipts already, which is the most.", "input", "fulfilmentId")
		.of("pledge_receipt_replaces_one_of_its_fulfilment", UserError.Code.INVALID,
				"replacesId is a receipt for another fulfilment.", "input", "replacesId")
		.of("pledge_receipt_is_replaced_once", UserError.Code.TAKEN,
				"replacesId is a receipt that was replaced already; replace the one that did.", "input", "replacesId");

	private final ReceiptRepository receipts;

	private final Ledger ledger;

	private final Pledges pledges;

	private final Campaigns campaigns;

	private final Transactions transactions;

	private final Idempotency idempotency;

	private final Clock clock;

	Receipts(ReceiptRepository receipts, Ledger ledger, Pledges pledges, Campaigns campaigns, Transactions transactions,
			Idempotency idempotency, Clock clock) {
		this.receipts = receipts;
		this.ledger = ledger;
		this.pledges = pledges;
		this.campaigns = campaigns;
		this.transactions = transactions;
		this.idempotency = idempotency;
		this.clock = clock;
	}

	@Override
	public String prefix() {
		return PledgeReceipt.PREFIX;
	}

	@Override
	public Map<UUID, PledgeReceipt> nodes(Viewer viewer, Collection<UUID> ids) {
		return this.transactions.read(viewer, () -> this.receipts.find(viewer, ids));
	}

	Map<UUID, List<PledgeReceipt>> of(Viewer viewer, Collection<UUID> entries) {
		return this.transactions.read(viewer, () -> this.receipts.of(viewer, entries));
	}

	/**
	 * @throws Invalid where the input cannot stand
	 */
	PledgeReceipt issue(Viewer viewer, IssueReceipt.Input input) {
		Pledges.requireKeeper(viewer);
		input.check();
		return this.transactions.write(viewer, () -> {
			UUID id = this.idempotency.once(viewer, "issueReceipt", input.idempotencyKey(), input,
					() -> VIOLATIONS.during(() -> insert(viewer, input)));
			return Objects.requireNonNull(this.receipts.find(viewer, List.of(id)).get(id));
		});
	}

	private UUID insert(Viewer viewer, IssueReceipt.Input input) {
		UUID id = input.fulfilmentId().of(PledgeEntry.PREFIX);
		PledgeEntry entry = this.ledger.nodes(viewer, List.of(id)).get(id);
		if (entry == null || entry.kind() != PledgeEntryKind.FULFILMENT) {
			throw new Invalid(UserError.Code.NOT_FOUND,
					"fulfilmentId is not the id of a FULFILMENT in the ledger of a pledge.", "input", "fulfilmentId");
		}
		return this.receipts.insert(viewer, id,
				Objects.requireNonNullElseGet(input.issuedOn(), () -> today(viewer, entry)),
				replaced(viewer, input.replacesId()), input);
	}

	private @Nullable UUID replaced(Viewer viewer, @Nullable NodeId receipt) {
		if (receipt == null) {
			return null;
		}
		UUID id = receipt.of(PledgeReceipt.PREFIX);
		if (!this.receipts.find(viewer, List.of(id)).containsKey(id)) {
			throw new Invalid(UserError.Code.NOT_FOUND, "replacesId is not the id of a receipt.", "input",
					"replacesId");
		}
		return id;
	}

	private LocalDate today(Viewer viewer, PledgeEntry entry) {
		UUID campaign = Objects
			.requireNonNull(this.pledges.nodes(viewer, List.of(entry.pledgeId())).get(entry.pledgeId()))
			.campaignId();
		return Objects.requireNonNull(this.campaigns.nodes(viewer, List.of(campaign)).get(campaign)).today(this.clock);
	}

}
