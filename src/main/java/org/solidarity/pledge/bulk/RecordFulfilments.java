package org.solidarity.pledge.bulk;

import java.util.List;
import org.solidarity.pledge.ledger.RecordFulfilment;

/** Recording what came of many pledges. */
interface RecordFulfilments {

	record Input(BulkErrorPolicy errorPolicy, List<RecordFulfilment.Input> rows) {
	}

	record Payload(List<BulkPledgeResult> results) {
	}

}
