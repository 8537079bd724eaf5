package org.solidarity.exchange.upload;

import java.util.List;
import org.solidarity.exchange.file.Column;
import org.solidarity.exchange.file.Row;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.FulfilmentMethod;
import org.solidarity.pledge.bulk.BulkErrorPolicy;
import org.solidarity.pledge.bulk.BulkPledgeResult;
import org.solidarity.pledge.bulk.BulkPledges;
import org.solidarity.pledge.ledger.RecordFulfilment;

/** A row for each thing that came of a pledge. */
record FulfilmentForm(BulkPledges bulk) implements RowForm<RecordFulfilment.Input> {

	@Override
	public List<Column> columns() {
		return List.of(Column.required("key"), Column.required("pledge_id"), Column.required("amount"),
				Column.optional("currency"), Column.optional("effective_on"), Column.optional("method"),
				Column.optional("reference"), Column.optional("reason"));
	}

	@Override
	public RecordFulfilment.Input read(Row row) {
		return new RecordFulfilment.Input(row.required("key"), NodeId.valueOf(row.required("pledge_id")),
				row.decimal("amount"), Money.currency(row), RowForm.day(row, "effective_on"),
				row.text("method") == null ? null
						: RowForm.word(row, "method", FulfilmentMethod.values(), FulfilmentMethod::getLiteral),
				row.text("reference"), row.text("reason"));
	}

	@Override
	public List<BulkPledgeResult> record(Viewer viewer, BulkErrorPolicy policy, List<RecordFulfilment.Input> inputs) {
		return this.bulk.fulfilments(viewer, policy, inputs);
	}

	@Override
	public List<BulkPledgeResult> attempt(Viewer viewer, List<RecordFulfilment.Input> inputs) {
		return this.bulk.tryFulfilments(viewer, inputs);
	}

}
