package org.solidarity.pledge.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.pledge.Pledge;
import org.solidarity.pledge.Pledges;
import org.solidarity.pledge.RecordPledge;
import org.solidarity.pledge.ledger.Ledger;
import org.solidarity.pledge.ledger.RecordFulfilment;
import org.springframework.stereotype.Service;

/**
 * Records rows as the mutations of one row do, under the same keys: a row that was
 * recorded is not recorded again, by whichever way it comes.
 */
@Service
public class BulkPledges {

	private final Pledges pledges;

	private final Ledger ledger;

	private final Transactions transactions;

	BulkPledges(Pledges pledges, Ledger ledger, Transactions transactions) {
		this.pledges = pledges;
		this.ledger = ledger;
		this.transactions = transactions;
	}

	/** Undoes what was only tried. */
	private static final class Undone extends RuntimeException {

		private final transient BulkPledgeResult at;

		Undone(BulkPledgeResult at) {
			super(null, null, false, false);
			this.at = at;
		}

	}

	/** A result for each row, in their order. */
	public List<BulkPledgeResult> pledges(Viewer viewer, BulkErrorPolicy policy, List<RecordPledge.Input> rows) {
		viewer.require(Permission.RECORD_PLEDGES);
		return record(viewer, policy,
				rows(rows, RecordPledge.Input::idempotencyKey, row -> this.pledges.record(viewer, row)));
	}

	/** A result for each row, in their order. */
	public List<BulkPledgeResult> fulfilments(Viewer viewer, BulkErrorPolicy policy,
			List<RecordFulfilment.Input> rows) {
		Pledges.requireKeeper(viewer);
		return record(viewer, policy,
				rows(rows, RecordFulfilment.Input::idempotencyKey, row -> this.ledger.fulfil(viewer, row)));
	}

	/** What each row by itself would come to, of which nothing is recorded. */
	public List<BulkPledgeResult> tryPledges(Viewer viewer, List<RecordPledge.Input> rows) {
		viewer.require(Permission.RECORD_PLEDGES);
		return tried(viewer, rows(rows, RecordPledge.Input::idempotencyKey, row -> this.pledges.record(viewer, row)));
	}

	/** What each row by itself would come to, of which nothing is recorded. */
	public List<BulkPledgeResult> tryFulfilments(Viewer viewer, List<RecordFulfilment.Input> rows) {
		Pledges.requireKeeper(viewer);
		return tried(viewer,
				rows(rows, RecordFulfilment.Input::idempotencyKey, row -> this.ledger.fulfil(viewer, row)));
	}

	/** A row that is still to be recorded. */
	private record Row(int number, String key, Supplier<Pledge> recording) {

		BulkPledgeResult record() {
			try {
				return new BulkPledgeResult(this.number, this.key, this.recording.get(), List.of());
			}
			catch (Invalid invalid) {
				return new BulkPledgeResult(this.number, this.key, null,
						invalid.errors().stream().map(this::here).toList());
			}
		}

		/** The error with the way to the row in its path. */
		private UserError here(UserError error) {
			var path = Stream.concat(Stream.of("input", "rows", Integer.toString(this.number)),
					error.path().stream().skip(1));
			return new UserError(error.code(), error.message(), path.toList());
		}

	}

	private static <I> List<Row> rows(List<I> inputs, Function<I, String> key, Function<I, Pledge> record) {
		return IntStream.range(0, inputs.size())
			.mapToObj(i -> new Row(i, key.apply(inputs.get(i)), () -> record.apply(inputs.get(i))))
			.toList();
	}

	private List<BulkPledgeResult> record(Viewer viewer, BulkErrorPolicy policy, List<Row> rows) {
		return switch (policy) {
			case PARTIAL -> rows.stream().map(Row::record).toList();
			case ALL_OR_NOTHING -> all(viewer, rows);
		};
	}

	/**
	 * Where one row cannot stand, each of the others is told what is wrong with it too.
	 */
	private List<BulkPledgeResult> all(Viewer viewer, List<Row> rows) {
		try {
			return this.transactions.write(viewer, () -> rows.stream().map(Row::record).map(result -> {
				if (result.pledge() == null) {
					throw new Undone(result);
				}
				return result;
			}).toList());
		}
		catch (Undone first) {
			var results = new ArrayList<>(tried(viewer, rows));
			results.set(first.at.row(), first.at);
			return results;
		}
	}

	private List<BulkPledgeResult> tried(Viewer viewer, List<Row> rows) {
		return rows.stream().map(row -> {
			try {
				return this.transactions.<BulkPledgeResult>write(viewer, () -> {
					throw new Undone(row.record());
				});
			}
			catch (Undone undone) {
				return new BulkPledgeResult(row.number(), row.key(), null, undone.at.errors());
			}
		}).toList();
	}

}
