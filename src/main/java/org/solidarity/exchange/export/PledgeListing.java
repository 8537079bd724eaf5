package org.solidarity.exchange.export;

import static org.solidarity.platform.jooq.Tables.PLEDGE;

import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.endorsement.Moment;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.solidarity.pledge.Pledge;
import org.solidarity.pledge.Pledges;
import org.solidarity.pledge.Quantity;
import org.solidarity.pledge.totals.PledgePosition;
import org.solidarity.pledge.totals.Totals;
import org.springframework.stereotype.Component;

/** The pledges one by one, as they stand today; never who of its members pledged. */
@Component
class PledgeListing implements Listing {

	private final DSLContext sql;

	private final Totals totals;

	private final Bodies bodies;

	private final ExportLimits limits;

	PledgeListing(DSLContext sql, Totals totals, Bodies bodies, ExportLimits limits) {
		this.sql = sql;
		this.totals = totals;
		this.bodies = bodies;
		this.limits = limits;
	}

	@Override
	public String name() {
		return "pledges";
	}

	@Override
	public List<String> headings() {
		return Amounts.headings(List.of("Pledge", "Body", "Body kind", "Region", "Of a member", "Type", "State",
				"Status", "Pledged on", "Confirmed on", "Due on", "Condition", "Purpose", "Recorded at (UTC)", "Unit",
				"Currency", "Decimal places", "Promised in all, in minor units"));
	}

	@Override
	public void read(Viewer viewer, Campaign campaign, Consumer<@Nullable Object[]> to) {
		try (var rows = this.sql.selectFrom(PLEDGE)
			.where(Pledges.visibleTo(viewer, PLEDGE.CAMPAIGN_ID, PLEDGE.BODY_ID, PLEDGE.PERSON_ID.isNotNull()),
					PLEDGE.CAMPAIGN_ID.eq(campaign.id()))
			.orderBy(PLEDGE.RECORDED_AT, PLEDGE.ID)
			.fetchSize(this.limits.fetch())
			.fetchLazy()) {
			while (rows.hasNext()) {
				var some = rows.fetchNext(this.limits.fetch());
				var positions = this.totals.positions(viewer, some.getValues(PLEDGE.ID), Moment.NOW);
				var names = this.bodies.nodes(viewer, some.intoSet(PLEDGE.BODY_ID));
				some.forEach(row -> to.accept(row(row, names.get(row.getBodyId()), positions.get(row.getId()))));
			}
		}
	}

	private static @Nullable Object[] row(Record row, @Nullable Body body, @Nullable PledgePosition position) {
		var due = row.get(PLEDGE.DUE_DATES);
		var promised = new Quantity(row.get(PLEDGE.AMOUNT), row.get(PLEDGE.UNIT), row.get(PLEDGE.CURRENCY)).amount();
		return Amounts.row(position == null ? null : position.amounts(), new NodeId(Pledge.PREFIX, row.get(PLEDGE.ID)),
				body == null ? null : body.name(), body == null ? null : body.kind(),
				body == null ? null : body.region(), row.get(PLEDGE.PERSON_ID) != null, row.get(PLEDGE.TYPE),
				position == null ? null : position.state(), position == null ? null : position.status(),
				row.get(PLEDGE.PLEDGED_ON), row.get(PLEDGE.CONFIRMED_ON), due.length == 0 ? null : due[due.length - 1],
				row.get(PLEDGE.CONDITION), row.get(PLEDGE.PURPOSE), row.get(PLEDGE.RECORDED_AT), row.get(PLEDGE.UNIT),
				row.get(PLEDGE.CURRENCY), promised.scale(), promised.unscaledValue());
	}

}
