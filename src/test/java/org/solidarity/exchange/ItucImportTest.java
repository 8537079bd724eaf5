package org.solidarity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.BODY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What the list of national centers becomes. */
@ApiTest
class ItucImportTest {

	@Autowired
	Imports imports;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@TempDir
	Path folder;

	private final String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase();

	@Test
	void nationalCentresAreFoundByCountryAndNameWhateverTheirAccents() throws IOException {
		String name = "Confédération " + this.mark;
		var file = Files.writeString(this.folder.resolve("ituc.csv"), """
				name,country_code,description,source_id
				%s,FR,"ITUC affiliate. %s.. 12,000 members (2019).",wp:%s
				%s,XX,ITUC affiliate.,
				""".formatted(name, "C." + this.mark, name, name));
		assertThat(this.imports.run(file, "ituc")).contains("1 NATIONAL_CENTER", "1 member counts recorded",
				"1 rejected");
		var other = Files.writeString(this.folder.resolve("ituc2.csv"), """
				name,country_code,description
				%s,FR,"ITUC affiliate. 12,000 members."
				%s,BE,ITUC affiliate. X.
				""".formatted(name.replace("é", "e").toUpperCase(), name));
		assertThat(this.imports.run(other, "ituc")).contains("1 NATIONAL_CENTER", "1 rows said nothing new");
		var body = this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.selectFrom(BODY).where(BODY.NAME.eq(name), BODY.COUNTRY.eq("FR")).fetchSingle());
		assertThat(List.of(body.getAcronym(), body.getOriginalName(), body.getOriginalLanguage()))
			.containsExactly("C." + this.mark + ".", name, "fr");
	}

}
