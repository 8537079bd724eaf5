package org.solidarity.exchange.export;

import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.ENDORSEMENTS_AT;
import static org.solidarity.platform.jooq.Tables.PROCEEDING;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.endorsement.Proceedings;
import org.solidarity.organization.Body;
import org.solidarity.platform.NodeId;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Component;

/** The bodies that endorse today, each once, by its earliest endorsement. */
@Component
class EndorserListing implements Listing {

	private final DSLContext sql;

	private final Clock clock;

	private final ExportLimits limits;

	EndorserListing(DSLContext sql, Clock clock, ExportLimits limits) {
		this.sql = sql;
		this.clock = clock;
		this.limits = limits;
	}

	@Override
	public String name() {
		return "endorsers";
	}

	@Override
	public List<String> headings() {
		return List.of("Body", "Name", "Acronym", "Kind", "Country", "Region", "City", "Stage", "Effective on",
				"Date known to the", "Evidence");
	}

	@Override
	public void read(Viewer viewer, Campaign campaign, Consumer<@Nullable Object[]> to) {
		var at = ENDORSEMENTS_AT(val(campaign.id()), val(campaign.today(this.clock)), val(this.clock.instant()));
		try (var rows = this.sql
			.select(BODY.ID, BODY.NAME, BODY.ACRONYM, BODY.KIND, BODY.COUNTRY, BODY.REGION, BODY.CITY, at.STAGE,
					at.EFFECTIVE_ON, at.DATE_PRECISION, at.EVIDENCE)
			.distinctOn(BODY.SORT_NAME, at.BODY_ID)
			.from(at)
			.join(PROCEEDING)
			.on(PROCEEDING.ID.eq(at.PROCEEDING_ID))
			.join(BODY)
			.on(BODY.ID.eq(at.BODY_ID))
			.where(Proceedings.visibleTo(viewer))
			.orderBy(BODY.SORT_NAME, at.BODY_ID, at.EFFECTIVE_ON, at.PROCEEDING_ID)
			.fetchSize(this.limits.fetch())
			.fetchLazy()) {
			rows.forEach(row -> {
				var cells = row.intoArray();
				cells[0] = new NodeId(Body.PREFIX, row.value1());
				to.accept(cells);
			});
		}
	}

}
