package org.solidarity.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The whole files of the US Department of Labor and of the ITUC, where the environment
 * names the folder that holds them: {@code CRM_REAL_FILES}.
 */
@ApiTest
@EnabledIfEnvironmentVariable(named = "CRM_REAL_FILES", matches = ".+")
class RealFilesTest {

	@Autowired
	Importer importer;

	@TempDir
	Path folder;

	@Test
	void theFilingsOf2021() throws IOException {
		var file = copy("us_unions/olms_lm_2021.csv.gz");
		assertThat(run(file, "olms-lm")).contains("4,804 rows read", "28 CHAPTER", "489 INTERMEDIATE_BODY",
				"4,243 LOCAL_UNION", "3,920 member counts recorded", "4,599 relations recorded", "273 doubtful",
				"256 another body has the same affiliation, designation and number", "17 nobody", "0 rejected");
		var report = Files.readString(Path.of(file + ".report.csv"));
		assertThat(run(file, "olms-lm")).contains("0 bodies created", "4,804 rows said nothing new", "273 doubtful");
		assertThat(Files.readString(Path.of(file + ".report.csv"))).isEqualTo(report);
	}

	@Test
	void theAffiliatesOfTheItuc() throws IOException {
		var file = copy("international/ituc_affiliates.csv");
		assertThat(run(file, "ituc")).contains("297 rows read", "267 member counts recorded", "297 relations recorded",
				"267 the count has no year", "0 rejected");
		assertThat(run(file, "ituc")).contains("0 bodies created", "297 rows said nothing new");
	}

	private Path copy(String name) throws IOException {
		var real = Path.of(Objects.requireNonNull(System.getenv("CRM_REAL_FILES")), name);
		return Files.copy(real, this.folder.resolve(real.getFileName()));
	}

	private String run(Path file, String mapping) {
		var out = new ArrayList<String>();
		this.importer.run(new ImportRequest(file, mapping, null, null), out::add);
		return String.join("\n", out).replaceAll(" +", " ");
	}

}
