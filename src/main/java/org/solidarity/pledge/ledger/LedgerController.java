package org.solidarity.pledge.ledger;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.NestedPages;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.pledge.Pledge;
import org.solidarity.pledge.Pledges;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class LedgerController {

	private final Ledger ledger;

	private final Pledges pledges;

	private final NestedPages pages;

	LedgerController(Ledger ledger, Pledges pledges, NestedPages pages) {
		this.ledger = ledger;
		this.pledges = pledges;
		this.pages = pages;
		pages.register("Pledge.ledger", (viewer, parents, page, none) -> this.ledger.ofPledges(viewer, parents, page));
	}

	@SchemaMapping(typeName = "Pledge", field = "ledger")
	CompletableFuture<Connection<PledgeEntry>> ofPledge(Pledge pledge, PageRequest page,
			DataFetchingEnvironment environment) {
		return this.pages.load(environment, "Pledge.ledger", pledge.id(), page, null);
	}

	@BatchMapping(typeName = "PledgeEntry")
	Map<PledgeEntry, Pledge> pledge(List<PledgeEntry> entries, @ContextValue Viewer viewer) {
		var found = this.pledges.nodes(viewer, entries.stream().map(PledgeEntry::pledgeId).distinct().toList());
		Map<PledgeEntry, Pledge> pledges = new HashMap<>();
		entries.forEach(entry -> pledges.put(entry, found.get(entry.pledgeId())));
		return pledges;
	}

	@BatchMapping(typeName = "PledgeEntry")
	Map<PledgeEntry, PledgeEntry> reverses(List<PledgeEntry> entries, @ContextValue Viewer viewer) {
		List<UUID> ids = entries.stream().map(PledgeEntry::reversesId).filter(Objects::nonNull).distinct().toList();
		var found = this.ledger.nodes(viewer, ids);
		Map<PledgeEntry, PledgeEntry> reversed = new HashMap<>();
		entries.forEach(entry -> reversed.put(entry, found.get(entry.reversesId())));
		return reversed;
	}

	@MutationMapping
	ConfirmPledge.Payload confirmPledge(Viewer viewer, @Argument ConfirmPledge.Input input) {
		return new ConfirmPledge.Payload(this.ledger.add(viewer, "confirmPledge", input));
	}

	@MutationMapping
	MeetCondition.Payload meetCondition(Viewer viewer, @Argument MeetCondition.Input input) {
		return new MeetCondition.Payload(this.ledger.add(viewer, "meetCondition", input));
	}

	@MutationMapping
	AmendPledge.Payload amendPledge(Viewer viewer, @Argument AmendPledge.Input input) {
		return new AmendPledge.Payload(this.ledger.add(viewer, "amendPledge", input));
	}

	@MutationMapping
	RecordFulfilment.Payload recordFulfilment(Viewer viewer, @Argument RecordFulfilment.Input input) {
		return new RecordFulfilment.Payload(this.ledger.fulfil(viewer, input));
	}

	@MutationMapping
	ReverseFulfilment.Payload reverseFulfilment(Viewer viewer, @Argument ReverseFulfilment.Input input) {
		return new ReverseFulfilment.Payload(this.ledger.add(viewer, "reverseFulfilment", input));
	}

	@MutationMapping
	WriteOffPledge.Payload writeOffPledge(Viewer viewer, @Argument WriteOffPledge.Input input) {
		return new WriteOffPledge.Payload(this.ledger.add(viewer, "writeOffPledge", input));
	}

	@MutationMapping
	ReverseWriteOff.Payload reverseWriteOff(Viewer viewer, @Argument ReverseWriteOff.Input input) {
		return new ReverseWriteOff.Payload(this.ledger.add(viewer, "reverseWriteOff", input));
	}

	@MutationMapping
	CancelPledge.Payload cancelPledge(Viewer viewer, @Argument CancelPledge.Input input) {
		return new CancelPledge.Payload(this.ledger.add(viewer, "cancelPledge", input));
	}

}
