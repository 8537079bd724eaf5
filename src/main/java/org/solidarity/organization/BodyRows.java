package org.solidarity.organization;

import static org.solidarity.platform.jooq.Tables.BODY;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;

/** Rows of the table of bodies as bodies. */
public final class BodyRows {

	public static final List<Field<?>> FIELDS = List.of(BODY.ID, BODY.KIND, BODY.NAME, BODY.ACRONYM, BODY.ORIGINAL_NAME,
			BODY.ORIGINAL_LANGUAGE, BODY.TRANSLITERATION, BODY.AFFILIATION, BODY.DESIGNATION, BODY.DESIGNATION_PREFIX,
			BODY.DESIGNATION_NUMBER, BODY.DESIGNATION_SUFFIX, BODY.UNIT_NAME, BODY.STATUS, BODY.VISIBILITY,
			BODY.RISK_LEVEL, BODY.COUNTRY, BODY.REGION, BODY.CITY, BODY.LANGUAGE, BODY.TIME_ZONE, BODY.CURRENCY,
			BODY.WEBSITE, BODY.CREATED_AT, BODY.UPDATED_AT, BODY.VERSION);

	private BodyRows() {
	}

	/** The body of a row that has {@link #FIELDS}. */
	public static Body body(Record row) {
		return new Body(row.get(BODY.ID), row.get(BODY.KIND), row.get(BODY.NAME), row.get(BODY.ACRONYM),
				row.get(BODY.ORIGINAL_NAME), row.get(BODY.ORIGINAL_LANGUAGE), row.get(BODY.TRANSLITERATION),
				new Designation(row.get(BODY.AFFILIATION), row.get(BODY.DESIGNATION), row.get(BODY.DESIGNATION_PREFIX),
						row.get(BODY.DESIGNATION_NUMBER), row.get(BODY.DESIGNATION_SUFFIX), row.get(BODY.UNIT_NAME)),
				row.get(BODY.STATUS), row.get(BODY.VISIBILITY), row.get(BODY.RISK_LEVEL), row.get(BODY.COUNTRY),
				row.get(BODY.REGION), row.get(BODY.CITY), row.get(BODY.LANGUAGE), row.get(BODY.TIME_ZONE),
				row.get(BODY.CURRENCY), row.get(BODY.WEBSITE), row.get(BODY.CREATED_AT), row.get(BODY.UPDATED_AT),
				row.get(BODY.VERSION));
	}

}
