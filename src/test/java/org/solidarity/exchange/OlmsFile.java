package org.solidarity.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * Writes files in the form of the LM filings, the same for the same numbers: unions with
 * a headquarters each, their locals, padded as the department pads them, some without
 * members, some with the number of another.
 */
final class OlmsFile {

	static final String HEADER = "f_num,rpt_id,yr_covered,form_type,union_name,aff_abbr,unit_name,desig_name,desiq_pre,"
			+ "desig_num,desig_suf,members,city,state,zip,est_date,term_date,next_election,pd_covered_from,"
			+ "pd_covered_to,ttl_assets,ttl_liabilities,ttl_receipts,ttl_disbursements,amended,terminate,"
			+ "has_subsidiary,pac_funds,register_date,receive_date";

	private static final String[] STATES = { "NY", "CA", "TX", "IL", "OH", "PA", "WA", "PR", "DC" };

	private static final String[] DESIGNATIONS = { "LU   ", "LU   ", "LU   ", "LG   ", "BR   ", "DC   " };

	private OlmsFile() {
	}

	/**
	 * @param rows how many, without the header
	 * @param first the first file number
	 */
	static Path write(Path file, int rows, int first, String affiliations, long seed) {
		var random = new Random(seed);
		try (var out = Files.newBufferedWriter(file)) {
			out.write(HEADER + "\n");
			for (int i = 0; i < rows; i++) {
				int union = i % 100;
				out.write(row(random, first + i, affiliations + union, i < 100));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file;
	}

	private static String row(Random random, int number, String affiliation, boolean headquarters) {
		String designation = headquarters ? "NHQ  " : DESIGNATIONS[random.nextInt(DESIGNATIONS.length)];
		String local = headquarters ? "" : Integer.toString(1 + random.nextInt(5000));
		String unit = random.nextInt(5) == 0 ? "UNIT OF THE NORTH" : "";
		String members = random.nextInt(6) == 0 ? "" : Integer.toString(1 + random.nextInt(4000));
		var end = LocalDate.of(2020, 7, 1).plusDays(random.nextInt(480));
		return number + "," + (700000 + number) + ",2021,LM-3,GENERATED WORKERS " + affiliation + "," + affiliation
				+ "," + unit + "," + designation + ",," + local + ",," + members + ",SPRINGFIELD,"
				+ STATES[random.nextInt(STATES.length)] + ",10036    ,1970-12-01,,12/2021"
				+ "                                           ," + end.minusYears(1).plusDays(1) + "," + end
				+ ",21124,0,6465,6505,F,F,F,F,2021-08-03 13:43:28.0,2021-08-03 13:43:27.0\n";
	}

}
