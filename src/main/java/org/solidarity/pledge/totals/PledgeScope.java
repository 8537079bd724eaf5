package org.solidarity.pledge.totals;

/** Whose pledges are summed for a body. */
enum PledgeScope {

	OWN, SUBTREE

}
