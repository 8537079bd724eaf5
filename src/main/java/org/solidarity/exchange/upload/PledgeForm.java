package org.solidarity.exchange.upload;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.exchange.file.Column;
import org.solidarity.exchange.file.Row;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.PledgeType;
import org.solidarity.pledge.RecordPledge;
import org.solidarity.pledge.bulk.BulkErrorPolicy;
import org.solidarity.pledge.bulk.BulkPledgeResult;
import org.solidarity.pledge.bulk.BulkPledges;

/** A row for each pledge to one campaign. */
record PledgeForm(BulkPledges bulk, NodeId campaignId) implements RowForm<RecordPledge.Input> {

	@Override
	public List<Column> columns() {
		return List.of(Column.required("key"), Column.required("body_id"), Column.required("type"),
				Column.required("amount"), Column.optional("currency"), Column.optional("member_id"),
				Column.optional("action_id"), Column.optional("pledged_on"), Column.optional("confirmed_on"),
				Column.optional("due_on"), Column.optional("condition"), Column.optional("purpose"));
	}

	@Override
	public RecordPledge.Input read(Row row) {
		@Nullable LocalDate due = RowForm.day(row, "due_on");
		return new RecordPledge.Input(row.required("key"), this.campaignId, NodeId.valueOf(row.required("body_id")),
				RowForm.id(row, "member_id"), RowForm.word(row, "type", PledgeType.values(), PledgeType::getLiteral),
				row.decimal("amount"), Money.currency(row), RowForm.id(row, "action_id"),
				RowForm.day(row, "pledged_on"), RowForm.day(row, "confirmed_on"), row.text("condition"),
				due == null ? null : List.of(due), row.text("purpose"), null, null, null);
	}

	@Override
	public List<BulkPledgeResult> record(Viewer viewer, BulkErrorPolicy policy, List<RecordPledge.Input> inputs) {
		return this.bulk.pledges(viewer, policy, inputs);
	}

	@Override
	public List<BulkPledgeResult> attempt(Viewer viewer, List<RecordPledge.Input> inputs) {
		return this.bulk.tryPledges(viewer, inputs);
	}

	@Override
	public String column(String field) {
		return field.equals("dueDates") ? "due_on" : RowForm.super.column(field);
	}

}
