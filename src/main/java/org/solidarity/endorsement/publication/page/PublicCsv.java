package org.solidarity.endorsement.publication.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public list for spreadsheets. */
final class PublicCsv {

	private PublicCsv() {
	}

	static String of(List<PublicEndorser> endorsers) {
		var text = new StringWriter();
		var csv = CsvWriter.builder().bufferSize(0).build(text);
		csv.writeRecord("name", "acronym", "kind", "country", "region", "endorsed_on", "quote", "speaker");
		endorsers.forEach(endorser -> csv.writeRecord(harmless(endorser.name()), harmless(endorser.acronym()),
				endorser.kind().name(), harmless(endorser.country()), harmless(endorser.region()),
				harmless(endorser.endorsedOn()), harmless(endorser.quote() == null ? null : endorser.quote().text()),
				harmless(endorser.quote() == null ? null : endorser.quote().speaker())));
		return text.toString();
	}

	/** What a spreadsheet would take for a formula gets an apostrophe before it. */
	private static String harmless(@Nullable String text) {
		return text == null ? "" : !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
	}

}
