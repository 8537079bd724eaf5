package org.solidarity.outreach.task;

/**
 * How many tasks there are.
 *
 * @param overdue those of the open ones whose time is over
 * @param unassigned those of the open ones that nobody has
 */
record TaskTotals(int open, int overdue, int unassigned, int completed, int cancelled) {

	static final TaskTotals NONE = new TaskTotals(0, 0, 0, 0, 0);

}
