package org.solidarity.exchange.mapping;

import java.util.List;
import org.solidarity.exchange.file.Row;
import org.solidarity.organization.load.ImportedBody;

/** A mapping of files of which each row is a body and nothing else. */
public interface BodyMapping extends Mapping {

	/**
	 * @throws org.solidarity.exchange.file.RejectedRow where the row says nothing that
	 * can be recorded
	 */
	ImportedBody map(Row row, Days days);

	@Override
	default Understood understand(Row row, Days days) {
		return Understood.bodies(List.of(map(row, days)));
	}

}
