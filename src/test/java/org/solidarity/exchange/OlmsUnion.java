package org.solidarity.exchange;

import static org.solidarity.platform.jooq.Tables.BODY;
import static org.solidarity.platform.jooq.Tables.BODY_IDENTIFIER;
import static org.solidarity.platform.jooq.Tables.BODY_MEMBER_COUNT;
import static org.solidarity.platform.jooq.Tables.BODY_NAME;
import static org.solidarity.platform.jooq.Tables.BODY_RELATION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;

/** A union of its own for a test: rows of its filings, and what is recorded of it. */
class OlmsUnion {

	private static final AtomicInteger NUMBERS = new AtomicInteger(300_000_000);

	private static final String HEADER = "f_num,union_name,aff_abbr,unit_name,desig_name,desig_num,members,city,state,zip,"
			+ "term_date,terminate,pd_covered_to";

	private final DSLContext sql;

	private final Transactions transactions;

	private final Path folder;

	private final String union = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

	private final int number = NUMBERS.addAndGet(1000);

	OlmsUnion(DSLContext sql, Transactions transactions, Path folder) {
		this.sql = sql;
		this.transactions = transactions;
		this.folder = folder;
	}

	/** Its affiliation. */
	String name() {
		return this.union;
	}

	int number() {
		return this.number;
	}

	String local(int index, String designation, String local, String members) {
		return (this.number + index) + ",TEST WORKERS," + this.union + ",," + designation + "," + local + "," + members
				+ ",ALBANY,NY,10036,,F,2021-03-31";
	}

	String headquarters(int index, String members) {
		return local(index, "NHQ  ", "", members);
	}

	/** Of rows in the form of the filings. */
	Path file(String... rows) throws IOException {
		return Files.writeString(Files.createTempFile(this.folder, "olms", ".csv"),
				HEADER + "\n" + String.join("\n", rows));
	}

	org.jooq.Record body(int index) {
		return this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.select(BODY.fields())
					.from(BODY)
					.join(BODY_IDENTIFIER)
					.on(BODY_IDENTIFIER.BODY_ID.eq(BODY.ID))
					.where(BODY_IDENTIFIER.SCHEME.eq("OLMS_FNUM"),
							BODY_IDENTIFIER.VALUE.eq(Integer.toString(this.number + index)))
					.fetchSingle());
	}

	List<String> relations(int index) {
		return this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.select(BODY_RELATION.TYPE, BODY.NAME)
					.from(BODY_RELATION)
					.join(BODY)
					.on(BODY.ID.eq(BODY_RELATION.TO_ID))
					.where(BODY_RELATION.FROM_ID.eq(body(index).get(BODY.ID)))
					.fetch(row -> row.value1() + " " + row.value2()));
	}

	List<String> names(int index) {
		return this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.selectFrom(BODY_NAME)
					.where(BODY_NAME.BODY_ID.eq(body(index).get(BODY.ID)))
					.orderBy(BODY_NAME.NAME)
					.fetch(name -> name.getType() + " " + name.getName() + " " + name.getFromDate()));
	}

	List<String> counts(int index) {
		return this.transactions.read(Viewer.SYSTEM,
				() -> this.sql.selectFrom(BODY_MEMBER_COUNT)
					.where(BODY_MEMBER_COUNT.BODY_ID.eq(body(index).get(BODY.ID)))
					.orderBy(BODY_MEMBER_COUNT.ID)
					.fetch(count -> count.getAsOf() + " " + count.getCount() + " " + count.getBasis() + " "
							+ count.getSource()));
	}

	/** All that is recorded of the union of this test and its locals. */
	String everything() {
		return this.transactions.read(Viewer.SYSTEM, () -> {
			var mine = this.sql.select(BODY.ID)
				.from(BODY)
				.where(BODY.AFFILIATION.eq(this.union).or(BODY.ACRONYM.eq(this.union)))
				.fetch(BODY.ID);
			return this.sql.selectFrom(BODY).where(BODY.ID.in(mine)).orderBy(BODY.ID).fetch().formatCSV()
					+ this.sql.selectFrom(BODY_NAME)
						.where(BODY_NAME.BODY_ID.in(mine))
						.orderBy(BODY_NAME.ID)
						.fetch()
						.formatCSV()
					+ this.sql.selectFrom(BODY_IDENTIFIER)
						.where(BODY_IDENTIFIER.BODY_ID.in(mine))
						.orderBy(BODY_IDENTIFIER.ID)
						.fetch()
						.formatCSV()
					+ this.sql.selectFrom(BODY_RELATION)
						.where(BODY_RELATION.FROM_ID.in(mine))
						.orderBy(BODY_RELATION.ID)
						.fetch()
						.formatCSV()
					+ this.sql.selectFrom(BODY_MEMBER_COUNT)
						.where(BODY_MEMBER_COUNT.BODY_ID.in(mine))
						.orderBy(BODY_MEMBER_COUNT.ID)
						.fetch()
						.formatCSV();
		});
	}

}
