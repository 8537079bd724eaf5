package org.solidarity.exchange.file;

import org.solidarity.organization.load.Finding;

/** Thrown where a row cannot be taken in; the next one may. */
public class RejectedRow extends RuntimeException {

	private final transient Finding finding;

	RejectedRow(Finding finding) {
		super(finding.reason(), null, false, false);
		this.finding = finding;
	}

	public Finding finding() {
		return this.finding;
	}

}
