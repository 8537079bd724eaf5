package org.solidarity.pledge.receipt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.solidarity.platform.Viewer;
import org.solidarity.pledge.ledger.Ledger;
import org.solidarity.pledge.ledger.PledgeEntry;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class ReceiptController {

	private final Receipts receipts;

	private final Ledger ledger;

	ReceiptController(Receipts receipts, Ledger ledger) {
		this.receipts = receipts;
		this.ledger = ledger;
	}

	@BatchMapping(typeName = "PledgeEntry")
	Map<PledgeEntry, List<PledgeReceipt>> receipts(List<PledgeEntry> entries, @ContextValue Viewer viewer) {
		var found = this.receipts.of(viewer, entries.stream().map(PledgeEntry::id).distinct().toList());
		Map<PledgeEntry, List<PledgeReceipt>> receipts = new HashMap<>();
		entries.forEach(entry -> receipts.put(entry, found.getOrDefault(entry.id(), List.of())));
		return receipts;
	}

	@BatchMapping(typeName = "PledgeReceipt")
	Map<PledgeReceipt, PledgeEntry> entry(List<PledgeReceipt> receipts, @ContextValue Viewer viewer) {
		var found = this.ledger.nodes(viewer, receipts.stream().map(PledgeReceipt::entryId).distinct().toList());
		Map<PledgeReceipt, PledgeEntry> entries = new HashMap<>();
		receipts.forEach(receipt -> entries.put(receipt, found.get(receipt.entryId())));
		return entries;
	}

	@BatchMapping(typeName = "PledgeReceipt")
	Map<PledgeReceipt, PledgeReceipt> replaces(List<PledgeReceipt> receipts, @ContextValue Viewer viewer) {
		var found = this.receipts.nodes(viewer,
				receipts.stream().map(PledgeReceipt::replacesId).filter(Objects::nonNull).distinct().toList());
		Map<PledgeReceipt, PledgeReceipt> replaced = new HashMap<>();
		receipts.forEach(receipt -> replaced.put(receipt, found.get(receipt.replacesId())));
		return replaced;
	}

	@MutationMapping
	IssueReceipt.Payload issueReceipt(Viewer viewer, @Argument IssueReceipt.Input input) {
		return new IssueReceipt.Payload(this.receipts.issue(viewer, input));
	}

}
