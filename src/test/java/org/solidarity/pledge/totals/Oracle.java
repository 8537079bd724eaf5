package org.solidarity.pledge.totals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;

/**
 * Computes what pledges come to in the slow and obvious way: each smallest unit of a
 * pledge finds its place, one after the other.
 */
class Oracle {

	final List<Promise> pledges = new ArrayList<>();

	/** A pledge and its ledger, in the order of recording. */
	static class Promise {

		final String unit;

		final LocalDate pledgedOn;

		final List<LocalDate> dueDates;

		final boolean conditional;

		final Promise target;

		final List<Row> rows = new ArrayList<>();

		Promise(String unit, LocalDate pledgedOn, List<LocalDate> dueDates, boolean conditional, Promise target) {
			this.unit = unit;
			this.pledgedOn = pledgedOn;
			this.dueDates = dueDates;
			this.conditional = conditional;
			this.target = target;
		}

	}

	/**
	 * @param units in smallest units; negative in amendments to less
	 * @param number when it was recorded, counted over all pledges
	 */
	record Row(PledgeEntryKind kind, long units, LocalDate day, Row reverses, int number) {
	}

	record Amounts(long pledged, long delivered, long overpaid, long cancelled, long writtenOff, long outstanding,
			long overdue, long proposed, long conditional) {

		Amounts plus(Amounts other) {
			return new Amounts(this.pledged + other.pledged, this.delivered + other.delivered,
					this.overpaid + other.overpaid, this.cancelled + other.cancelled,
					this.writtenOff + other.writtenOff, this.outstanding + other.outstanding,
					this.overdue + other.overdue, this.proposed + other.proposed, this.conditional + other.conditional);
		}

	}

	/** Whether the ledger takes this row. */
	static boolean allows(Promise promise, Row row) {
		switch (row.kind()) {
			case CONFIRMED:
				return promise.rows.stream().noneMatch(other -> other.kind() == PledgeEntryKind.CONFIRMED);
			case CONDITION_MET:
				return promise.conditional
						&& promise.rows.stream().noneMatch(other -> other.kind() == PledgeEntryKind.CONDITION_MET);
			case AMENDMENT:
				if (row.units() == 0 || row.day().isBefore(promise.pledgedOn)) {
					return false;
				}
				List<Row> all = new ArrayList<>(promise.rows);
				all.add(row);
				return all.stream().noneMatch(at -> amended(all, at.day()) < 0);
			case FULFILMENT_REVERSAL, WRITE_OFF_REVERSAL:
				long before = promise.rows.stream()
					.filter(other -> other.reverses() == row.reverses())
					.mapToLong(Row::units)
					.sum();
				return row.units() > 0 && !row.day().isBefore(row.reverses().day())
						&& before + row.units() <= row.reverses().units();
			default:
				return row.units() > 0;
		}
	}

	private static long amended(List<Row> rows, LocalDate day) {
		return rows.stream()
			.filter(row -> row.kind() == PledgeEntryKind.ORIGINAL || row.kind() == PledgeEntryKind.AMENDMENT)
			.filter(row -> !row.day().isAfter(day))
			.mapToLong(Row::units)
			.sum();
	}

	/** Null where nothing of the pledge was recorded by then. */
	Amounts amounts(Promise promise, LocalDate asOf, int known) {
		List<Row> rows = seen(promise, asOf, known);
		if (rows.stream().noneMatch(row -> row.kind() == PledgeEntryKind.ORIGINAL)) {
			return null;
		}
		long amended = amended(rows, asOf);
		if (count(rows, PledgeEntryKind.CONFIRMED) == 0) {
			return new Amounts(0, 0, came(promise, asOf, known), 0, 0, 0, 0, amended, 0);
		}
		if (promise.conditional && count(rows, PledgeEntryKind.CONDITION_MET) == 0) {
			return new Amounts(0, 0, came(promise, asOf, known), 0, 0, 0, 0, 0, amended);
		}
		long came = came(promise, asOf, known);
		long cancellations = sum(rows, PledgeEntryKind.CANCELLATION);
		long writeOffs = sum(rows, PledgeEntryKind.WRITE_OFF) - sum(rows, PledgeEntryKind.WRITE_OFF_REVERSAL);
		long delivered = 0;
		long cancelled = 0;
		long writtenOff = 0;
		long outstanding = 0;
		for (long unit = 0; unit < amended; unit++) {
			if (delivered < came) {
				delivered++;
			}
			else if (cancelled < cancellations) {
				cancelled++;
			}
			else if (writtenOff < writeOffs) {
				writtenOff++;
			}
			else {
				outstanding++;
			}
		}
		long due = 0;
		for (int i = 0; i < promise.dueDates.size(); i++) {
			long part = amended / promise.dueDates.size();
			if (i == promise.dueDates.size() - 1) {
				part = amended - part * i;
			}
			if (promise.dueDates.get(i).isBefore(asOf)) {
				due += part;
			}
		}
		long overdue = Math.min(outstanding, Math.max(0, due - delivered - cancelled - writtenOff));
		return new Amounts(amended, delivered, came - delivered, cancelled, writtenOff, outstanding, overdue, 0, 0);
	}

	/** The sums by unit, without the pledges that count toward another one. */
	Map<String, Amounts> totals(LocalDate asOf, int known) {
		Map<String, Amounts> totals = new TreeMap<>();
		for (Promise promise : this.pledges) {
			Amounts amounts = amounts(promise, asOf, known);
			if (promise.target == null && amounts != null) {
				totals.merge(promise.unit, amounts, Amounts::plus);
			}
		}
		return totals;
	}

	/** What came for a pledge and for all that count toward it. */
	private long came(Promise promise, LocalDate asOf, int known) {
		List<Row> rows = seen(promise, asOf, known);
		long came = sum(rows, PledgeEntryKind.FULFILMENT) - sum(rows, PledgeEntryKind.FULFILMENT_REVERSAL);
		for (Promise part : this.pledges) {
			if (part.target == promise) {
				came += came(part, asOf, known);
			}
		}
		return came;
	}

	private static List<Row> seen(Promise promise, LocalDate asOf, int known) {
		return promise.rows.stream().filter(row -> !row.day().isAfter(asOf) && row.number() <= known).toList();
	}

	private static long count(List<Row> rows, PledgeEntryKind kind) {
		return rows.stream().filter(row -> row.kind() == kind).count();
	}

	private static long sum(List<Row> rows, PledgeEntryKind kind) {
		return rows.stream().filter(row -> row.kind() == kind).mapToLong(Row::units).sum();
	}

}
