package org.solidarity.exchange.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.solidarity.action.load.ImportedAction;
import org.solidarity.endorsement.load.ImportedEndorsement;
import org.solidarity.exchange.file.Column;
import org.solidarity.exchange.file.Row;
import org.solidarity.organization.load.ImportedBody;
import org.solidarity.pledge.load.ImportedPledge;

/**
 * How the rows of one kind of file are understood. A component of this type is known by
 * its name.
 */
public interface Mapping {

	String name();

	List<Column> columns();

	/**
	 * The column that is about a part of a body (identifier, name, designation, parent,
	 * status, count), so that a finding names it.
	 */
	Map<String, String> parts();

	/**
	 * @throws org.solidarity.exchange.file.RejectedRow where the row says nothing that
	 * can be recorded
	 */
	Understood understand(Row row, Days days);

	/**
	 * What a row says.
	 *
	 * @param bodies one, or several that the row names together
	 * @param endorsements of these bodies; and so what they promised, and did
	 */
	record Understood(List<ImportedBody> bodies, List<ImportedEndorsement> endorsements, List<ImportedPledge> pledges,
			List<ImportedAction> actions) {

		public static Understood bodies(List<ImportedBody> bodies) {
			return new Understood(bodies, List.of(), List.of(), List.of());
		}

		public static Understood endorsements(List<ImportedBody> bodies, List<ImportedEndorsement> endorsements) {
			return new Understood(bodies, endorsements, List.of(), List.of());
		}

		public static Understood pledge(List<ImportedBody> bodies, ImportedPledge pledge) {
			return new Understood(bodies, List.of(), List.of(pledge), List.of());
		}

		public static Understood action(List<ImportedBody> bodies, ImportedAction action) {
			return new Understood(bodies, List.of(), List.of(), List.of(action));
		}

	}

	/**
	 * @param today no report is about a later day
	 * @param undated the day of observations to which the file gives none
	 */
	record Days(LocalDate today, LocalDate undated) {
	}

}
