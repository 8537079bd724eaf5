package org.solidarity.endorsement.publication.page;

import static org.solidarity.platform.csv.Cells.harmless;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;

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

}
