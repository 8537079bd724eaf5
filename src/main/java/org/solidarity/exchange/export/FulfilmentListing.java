package org.solidarity.exchange.export;

import static org.jooq.impl.DSL.condition;
import static org.solidarity.platform.jooq.Tables.PLEDGE;
import static org.solidarity.platform.jooq.Tables.PLEDGE_ENTRY;

import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.PledgeEntryKind;
import org.solidarity.pledge.Pledge;
import org.solidarity.pledge.Pledges;
import org.solidarity.pledge.Quantity;
import org.springframework.stereotype.Component;

/** What came of pledges, and what of it was taken back, row by row of the ledger. */
@Component
class FulfilmentListing implements Listing {

	private final DSLContext sql;

	private final Bodies bodies;

	private final ExportLimits limits;

	FulfilmentListing(DSLContext sql, Bodies bodies, ExportLimits limits) {
		this.sql = sql;
		this.bodies = bodies;
		this.limits = limits;
	}

	@Override
	public String name() {
		return "fulfilments";
	}

	@Override
	public List<String> headings() {
		return List.of("Pledge", "Body", "Of a member", "What", "Effective on", "Unit", "Currency", "Decimal places",
				"Amount, in minor units", "Method", "Reference", "Reason", "Counted from another pledge",
				"Recorded at (UTC)");
	}

	@Override
	public void read(Viewer viewer, Campaign campaign, Consumer<@Nullable Object[]> to) {
		try (var rows = this.sql.select(PLEDGE_ENTRY.fields())
			.select(PLEDGE.UNIT, PLEDGE.CURRENCY)
			.from(PLEDGE_ENTRY)
			.join(PLEDGE)
			.on(PLEDGE.ID.eq(PLEDGE_ENTRY.PLEDGE_ID))
			.where(Pledges.visibleTo(viewer, PLEDGE_ENTRY.CAMPAIGN_ID, PLEDGE_ENTRY.BODY_ID,
					condition(PLEDGE_ENTRY.OF_MEMBER)), PLEDGE_ENTRY.CAMPAIGN_ID.eq(campaign.id()),
					PLEDGE_ENTRY.KIND.in(PledgeEntryKind.FULFILMENT, PledgeEntryKind.FULFILMENT_REVERSAL))
			.orderBy(PLEDGE_ENTRY.BODY_ID, PLEDGE_ENTRY.RECORDED_AT, PLEDGE_ENTRY.ID)
			.fetchSize(this.limits.fetch())
			.fetchLazy()) {
			while (rows.hasNext()) {
				var some = rows.fetchNext(this.limits.fetch());
				var names = this.bodies.nodes(viewer, some.intoSet(PLEDGE_ENTRY.BODY_ID));
				some.forEach(row -> to.accept(row(row, names.get(row.get(PLEDGE_ENTRY.BODY_ID)))));
			}
		}
	}

	private static @Nullable Object[] row(Record row, @Nullable Body body) {
		var amount = new Quantity(row.get(PLEDGE_ENTRY.AMOUNT), row.get(PLEDGE.UNIT), row.get(PLEDGE.CURRENCY))
			.amount();
		return new @Nullable Object[] { new NodeId(Pledge.PREFIX, row.get(PLEDGE_ENTRY.PLEDGE_ID)),
				body == null ? null : body.name(), row.get(PLEDGE_ENTRY.OF_MEMBER), row.get(PLEDGE_ENTRY.KIND),
				row.get(PLEDGE_ENTRY.EFFECTIVE_ON), row.get(PLEDGE.UNIT), row.get(PLEDGE.CURRENCY), amount.scale(),
				amount.unscaledValue(), row.get(PLEDGE_ENTRY.METHOD), row.get(PLEDGE_ENTRY.REFERENCE),
				row.get(PLEDGE_ENTRY.REASON), row.get(PLEDGE_ENTRY.COUNTED_FROM_ID) != null,
				row.get(PLEDGE_ENTRY.RECORDED_AT) };
	}

}
