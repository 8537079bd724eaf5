package org.solidarity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.solidarity.support.OnOperatorsPostgres;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The whole files of the US Department of Labor and of the ITUC, read where they lie;
 * skipped where they do not.
 */
@OnOperatorsPostgres
class RealFilesTest {

	private static final Path DATA = Path.of("../shared/data").toAbsolutePath().normalize();

	@Autowired
	Imports imports;

	@TempDir
	Path folder;

	@Test
	void theFilingsOf2021() throws IOException {
		var file = real("us_unions/olms_lm_2021.csv.gz");
		assertThat(this.imports.run(file, "olms-lm")).contains("4,804 rows read", "28 CHAPTER", "489 INTERMEDIATE_BODY",
				"4,243 LOCAL_UNION", "3,920 member counts recorded", "4,599 relations recorded", "273 doubtful",
				"256 another body has the same affiliation, designation and number", "17 nobody", "0 rejected");
		var report = Files.readString(Path.of(file + ".report.csv"));
		assertThat(this.imports.run(file, "olms-lm")).contains("0 bodies created", "4,804 rows said nothing new",
				"273 doubtful");
		assertThat(Files.readString(Path.of(file + ".report.csv"))).isEqualTo(report);
	}

	@Test
	void theAffiliatesOfTheItuc() throws IOException {
		var file = real("international/ituc_affiliates.csv");
		assertThat(this.imports.run(file, "ituc")).contains("297 rows read", "267 member counts recorded",
				"297 relations recorded", "267 the count has no year", "0 rejected");
		assertThat(this.imports.run(file, "ituc")).contains("0 bodies created", "297 rows said nothing new");
	}

	/** A link to it, so that the report does not come to lie beside it. */
	private Path real(String name) throws IOException {
		var real = DATA.resolve(name);
		assumeTrue(Files.exists(real), "no " + real + ": its import is not tried");
		return Files.createSymbolicLink(this.folder.resolve(real.getFileName()), real);
	}

}
