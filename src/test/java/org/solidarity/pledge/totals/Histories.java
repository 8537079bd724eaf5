package org.solidarity.pledge.totals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;

/** Random pledges, and what is then recorded of them. */
final class Histories {

	private static final List<PledgeEntryKind> KINDS = List.of(PledgeEntryKind.AMENDMENT, PledgeEntryKind.AMENDMENT,
			PledgeEntryKind.CONFIRMED, PledgeEntryKind.CONDITION_MET, PledgeEntryKind.FULFILMENT,
			PledgeEntryKind.FULFILMENT, PledgeEntryKind.FULFILMENT, PledgeEntryKind.FULFILMENT_REVERSAL,
			PledgeEntryKind.WRITE_OFF, PledgeEntryKind.WRITE_OFF_REVERSAL, PledgeEntryKind.CANCELLATION);

	private Histories() {
	}

	/**
	 * @param target of another one before it, or itself for none
	 */
	record Promised(int kind, long units, int day, boolean confirmed, boolean conditional, List<Integer> due,
			int target) {
	}

	record Step(int pledge, PledgeEntryKind kind, long units, int day, int which) {
	}

	static Arbitrary<List<Promised>> promises() {
		return Combinators
			.combine(Arbitraries.integers().between(0, 3), Arbitraries.longs().between(1, 300),
					Arbitraries.integers().between(0, 20), Arbitraries.of(true, true, true, false),
					Arbitraries.of(true, false, false),
					Arbitraries.integers().between(0, 60).set().ofMaxSize(5).map(due -> due.stream().sorted().toList()),
					Arbitraries.integers().between(0, 6))
			.as(Promised::new)
			.list()
			.ofMinSize(2)
			.ofMaxSize(7);
	}

	static Arbitrary<List<Step>> steps() {
		return Combinators
			.combine(Arbitraries.integers().between(0, 6), Arbitraries.of(KINDS), Arbitraries.longs().between(-60, 120),
					Arbitraries.integers().between(-5, 60), Arbitraries.integers().between(0, 9))
			.as(Step::new)
			.list()
			.ofMinSize(30)
			.ofMaxSize(60);
	}

}
