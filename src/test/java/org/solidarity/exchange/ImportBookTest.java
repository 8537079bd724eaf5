package org.solidarity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solidarity.platform.jooq.Tables.IMPORT_RUN;
import static org.solidarity.platform.jooq.Tables.IMPORT_RUN_TALLY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.solidarity.support.Walls;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.StringUtils;

/** What is seen afterwards of what was imported. */
@ApiTest
class ImportBookTest {

	private static final String LATEST = """
			{ imports(first: 1) { totalCount nodes { id file mapping options state rows tallies { tally name count } } } }""";

	@Autowired
	Imports imports;

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	Walls walls;

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@TempDir
	Path folder;

	private final String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase();

	@Test
	void whoMayImportAndWhoAuditsSeeWhatCameOfAFile() throws IOException {
		String file = "ituc-" + this.mark + ".csv";
		this.imports.run(Files.writeString(this.folder.resolve(file), """
				name,country_code,description,source_id
				Unión %s,AR,"ITUC affiliate. %s. 12,000 members (2019).",wp:%s
				Union %s,XX,ITUC affiliate.,
				""".formatted(this.mark, this.mark, this.mark, this.mark)), "ituc");
		var latest = this.api.ask(this.viewers.staff(), LATEST);
		String id = latest.text("/imports/nodes/0/id");
		assertThat(latest.at("/imports/nodes/0").toString()).startsWith("{\"id\":\"" + id + "\",\"file\":\"" + file
				+ "\",\"mapping\":\"ituc\",\"options\":\"\",\"state\":\"FINISHED\",\"rows\":2,\"tallies\":[{\"tally\":"
				+ "\"CREATED\",\"name\":\"NATIONAL_CENTER\",\"count\":1}")
			.contains("{\"tally\":\"COUNTS\",\"name\":\"\",\"count\":1}")
			.contains("{\"tally\":\"REJECTED\",\"name\":")
			.matches(told -> StringUtils.countOccurrencesOf(told, "\"tally\":\"REJECTED\"") == 1);
		for (Viewer sees : new Viewer[] { this.viewers.administrator(), this.viewers.auditor() }) {
			this.api
				.ask(sees, "query ($i: ID!) { node(id: $i) { ... on Import { file sha256 startedAt changedAt } } }",
						"i", id)
				.at("/node/file")
				.isString();
		}
	}

	@Test
	void othersSeeNoneByEitherWall() throws IOException {
		this.imports.run(Files.writeString(this.folder.resolve("none.csv"),
				"name,country_code,description\nUnion %s,AR,ITUC affiliate.\n".formatted(this.mark)), "ituc");
		for (Viewer none : new Viewer[] { this.viewers.coordinator(), this.viewers.partner() }) {
			String nothing = "{imports: {totalCount: 0, nodes: []}}";
			this.api.ask(none, LATEST).is(nothing);
			this.walls.without(() -> this.api.ask(none, LATEST).is(nothing), "import_run", "import_run_tally");
			assertThat(this.transactions.read(none,
					() -> this.sql.fetchCount(IMPORT_RUN) + this.sql.fetchCount(IMPORT_RUN_TALLY)))
				.isZero();
		}
	}

}
