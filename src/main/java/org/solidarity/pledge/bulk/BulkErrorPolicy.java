package org.solidarity.pledge.bulk;

/** What becomes of the rows that can stand, where others cannot. */
public enum BulkErrorPolicy {

	ALL_OR_NOTHING, PARTIAL

}
