package org.solidarity.pledge.totals;

/** What sums are told apart by, beside unit and currency. */
public enum PledgeGrouping {

	TYPE, BODY, MONTH, REGION, PURPOSE

}
