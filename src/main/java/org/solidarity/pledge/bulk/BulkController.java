package org.solidarity.pledge.bulk;

import java.util.List;
import org.solidarity.platform.Invalid;
import org.solidarity.platform.UserError;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.limits.Limits;
import org.solidarity.platform.limits.Rates;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Each row costs as much as the mutation of one. */
@Controller
class BulkController {

	private static final int MOST = 100;

	private final BulkPledges bulk;

	private final Rates rates;

	private final Limits limits;

	BulkController(BulkPledges bulk, Rates rates, Limits limits) {
		this.bulk = bulk;
		this.rates = rates;
		this.limits = limits;
	}

	@MutationMapping
	RecordPledges.Payload recordPledges(Viewer viewer, @Argument RecordPledges.Input input) {
		admit(viewer, input.rows());
		return new RecordPledges.Payload(this.bulk.pledges(viewer, input.errorPolicy(), input.rows()));
	}

	@MutationMapping
	RecordFulfilments.Payload recordFulfilments(Viewer viewer, @Argument RecordFulfilments.Input input) {
		admit(viewer, input.rows());
		return new RecordFulfilments.Payload(this.bulk.fulfilments(viewer, input.errorPolicy(), input.rows()));
	}

	private void admit(Viewer viewer, List<?> rows) {
		if (rows.isEmpty() || rows.size() > MOST) {
			throw new Invalid(UserError.Code.OUT_OF_RANGE,
					"rows holds " + rows.size() + " rows; allowed are 1 to " + MOST + ".", "input", "rows");
		}
		this.rates.charge(viewer.id(), this.limits.mutationCost() * (rows.size() - 1));
	}

}
