package org.solidarity.pledge.bulk;

import java.util.List;
import org.solidarity.pledge.RecordPledge;

/** Recording many pledges. */
interface RecordPledges {

	record Input(BulkErrorPolicy errorPolicy, List<RecordPledge.Input> rows) {
	}

	record Payload(List<BulkPledgeResult> results) {
	}

}
