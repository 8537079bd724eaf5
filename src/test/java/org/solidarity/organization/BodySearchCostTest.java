package org.solidarity.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_SEARCH;
import static org.solidarity.platform.jooq.Tables.SEARCH_BODIES;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class BodySearchCostTest {

	/** Undoes what the test recorded. */
	private static final class Undo extends RuntimeException {

	}

	@Autowired
	Transactions transactions;

	@Autowired
	DSLContext sql;

	@Test
	void aLocalAmongTwentyThousandIsFoundWithoutReadingThemAll() {
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM, () -> {
			for (int from = 1; from < 20_000; from += 2_000) {
				insert(from, from + 1_999);
			}
			int bound = this.sql.select(BODY_SEARCH.BODY_ID.count()).from(BODY_SEARCH).fetchSingle().value1() / 10;
			for (String search : List.of("Glassblowers 17245", "glassblwers lo. 17245", "GBX 17245")) {
				assertThat(this.sql.fetchCount(SEARCH_BODIES.call(search))).as(search).isEqualTo(1);
				assertThat(pagesRead(search)).as(search).isPositive().isLessThan(bound);
			}
			throw new Undo();
		})).isInstanceOf(Undo.class);
	}

	private void insert(int from, int to) {
		var number = generateSeries(from, to).as("number", "n");
		var n = number.field("n", Integer.class).cast(String.class);
		this.sql.insertInto(BODY, BODY.KIND, BODY.NAME, BODY.AFFILIATION, BODY.DESIGNATION, BODY.DESIGNATION_NUMBER)
			.select(select(inline(BodyKind.LOCAL_UNION), concat(inline("Glassblowers of District "), n), inline("GBX"),
					inline("Local"), n)
				.from(number))
			.execute();
	}

	private long pagesRead(String search) {
		var plan = new JsonMapper().readTree(
				this.sql.fetchValue("explain (analyze, buffers, format json) select * from search_bodies(?)", search)
					.toString());
		var node = plan.get(0).get("Plan");
		return node.get("Shared Hit Blocks").asLong() + node.get("Shared Read Blocks").asLong();
	}

}
