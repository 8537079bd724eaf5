package org.solidarity.endorsement.publication.page;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.solidarity.platform.jooq.Tables.PUBLIC_ENDORSERS;
import static org.solidarity.platform.jooq.Tables.PUBLIC_ENDORSER_LIST;
import static org.solidarity.platform.jooq.Tables.PUBLIC_LOGO;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.jooq.enums.DatePrecision;
import org.solidarity.platform.page.Connection;
import org.solidarity.platform.page.Direction;
import org.solidarity.platform.page.Ordering;
import org.solidarity.platform.page.PageQuery;
import org.solidarity.platform.page.PageRequest;
import org.solidarity.platform.page.Pages;
import org.springframework.stereotype.Repository;

/**
 * Asks what the database shows to anyone: three functions, and nothing beside them.
 */
@Repository
class PublicListRepository {

	/** The bytes of a logo, and what they are. */
	record Image(String mediaType, byte[] bytes) {
	}

	private final DSLContext sql;

	private final Pages pages;

	PublicListRepository(DSLContext sql, Pages pages) {
		this.sql = sql;
		this.pages = pages;
	}

	Optional<PublicList> find(String slug, Instant now) {
		var list = PUBLIC_ENDORSER_LIST(slug, now);
		return this.sql.selectFrom(list)
			.fetchOptional(row -> new PublicList(row.get(list.ID), row.get(list.SLUG), row.get(list.TITLE),
					row.get(list.AS_OF)));
	}

	List<PublicEndorser> all(UUID list, Instant now) {
		var endorsers = PUBLIC_ENDORSERS(new UUID[] { list }, null, now);
		return this.sql.selectFrom(endorsers)
			.orderBy(endorsers.SORT_NAME, endorsers.BODY_ID)
			.fetch(PublicListRepository::endorser);
	}

	Map<UUID, Connection<PublicEndorser>> pages(Collection<UUID> lists, PageRequest page, Instant now) {
		var endorsers = PUBLIC_ENDORSERS(lists.toArray(UUID[]::new), null, now);
		var byName = Ordering.by("publicEndorser.name", Direction.ASC, endorsers.BODY_ID, endorsers.SORT_NAME);
		return this.pages.fetch(new PageQuery<>(List.of(endorsers.fields()), endorsers, noCondition(), byName,
				PublicListRepository::endorser), endorsers.LIST_ID, lists, page);
	}

	Map<UUID, List<PublicEndorser.Count>> counts(Collection<UUID> lists, Instant now) {
		var endorsers = PUBLIC_ENDORSERS(lists.toArray(UUID[]::new), null, now);
		return this.sql.select(endorsers.LIST_ID, endorsers.KIND, count())
			.from(endorsers)
			.groupBy(endorsers.LIST_ID, endorsers.KIND)
			.orderBy(endorsers.KIND)
			.fetchGroups(endorsers.LIST_ID, row -> new PublicEndorser.Count(row.value2(), row.value3()));
	}

	Optional<Image> logo(String slug, UUID logo, Instant now) {
		var image = PUBLIC_LOGO(val(slug), val(logo), val(now));
		return this.sql.selectFrom(image)
			.fetchOptional(row -> new Image(row.get(image.MEDIA_TYPE), row.get(image.IMAGE)));
	}

	private static PublicEndorser endorser(Record row) {
		var of = PUBLIC_ENDORSERS;
		return new PublicEndorser(row.get(of.NAME), row.get(of.ACRONYM), row.get(of.KIND), row.get(of.COUNTRY),
				row.get(of.REGION), known(row.get(of.ENDORSED_ON), row.get(of.DATE_PRECISION)),
				row.get(of.QUOTE_ID) == null ? null
						: new PublicEndorser.Quote(row.get(of.QUOTE), row.get(of.SPEAKER), row.get(of.LANGUAGE)),
				row.get(of.LOGO_ID) == null ? null
						: PublicEndorser.Logo.of(row.get(of.SLUG), row.get(of.LOGO_ID), row.get(of.LOGO_TEXT)));
	}

	/** A day without the part of it that is not known. */
	private static @Nullable String known(LocalDate day, DatePrecision precision) {
		return switch (precision) {
			case DAY -> day.toString();
			case MONTH -> YearMonth.from(day).toString();
			case YEAR -> Year.from(day).toString();
			case UNKNOWN -> null;
		};
	}

}
