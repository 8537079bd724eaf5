package org.solidarity.exchange.npsp;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solidarity.exchange.file.Column;
import org.solidarity.exchange.file.Row;
import org.solidarity.exchange.mapping.Mapping;
import org.solidarity.organization.load.ImportedBody;
import org.solidarity.organization.load.ImportedBody.Identity;
import org.solidarity.organization.load.ImportedBody.Place;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.BodyStatus;
import org.solidarity.platform.jooq.enums.Visibility;
import org.solidarity.pledge.load.ImportedPledge;
import org.springframework.stereotype.Component;

/**
 * Opportunities: each is a pledge, of the organization that the account is, or of the
 * primary contact, who stays under a pseudonym. The name of an opportunity holds that of
 * a person and is not read. An installment of a recurring donation is an opportunity, and
 * so a pledge, of its own.
 */
@Component
class NpspOpportunities implements Mapping {

	private static final String CAMPAIGN = "NPSP opportunities";

	private static final String US_DOLLAR = "USD";

	private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

	private static final ImportedPledge.Fields FIELDS = new ImportedPledge.Fields("account_id", "amount",
			"currencyisocode");

	private static final Identity DONORS = new Identity("NPSP_EXPORT", "donors", false);

	/** Whom the persons are known to. */
	private static final ImportedBody KEEPER = new ImportedBody(DONORS, null, false, BodyKind.OTHER, "NPSP donors",
			null, null, null, null, BodyStatus.ACTIVE, Place.UNKNOWN, null, null, null, NpspAccounts.SOURCE,
			Visibility.INTERNAL);

	@Override
	public String name() {
		return "npsp-opportunities";
	}

	@Override
	public List<Column> columns() {
		return List.of(Column.required("id"), Column.required("amount"), Column.required("stage_name", "stagename"),
				Column.required("close_date", "closedate"), Column.required("account_id", "accountid"),
				Column.optional("primary_contact__c", "npsp__primary_contact__c"),
				Column.optional("npe03__recurring_donation__c"), Column.optional("campaign_id", "campaignid"),
				Column.optional("currencyisocode"));
	}

	@Override
	public Map<String, String> parts() {
		return Map.of("identifier", "account_id");
	}

	@Override
	public Understood understand(Row row, Days days) {
		String id = number(row, "id", row.required("id"));
		boolean delivered = delivered(row, row.required("stage_name"));
		LocalDate day = row.day("close_date", LocalDate.of(2199, 12, 31));
		if (day == null || (delivered && day.isAfter(days.today()))) {
			throw row.rejected("close_date", row.text("close_date"),
					"no day is told on which this can have been; nothing is recorded");
		}
		String contact = row.text("primary_contact__c");
		if (row.text("campaign_id") != null) {
			row.doubt("campaign_id", row.text("campaign_id"),
					"which campaign of the export it was for is not recorded");
		}
		var account = NpspAccounts.identity(row, row.required("account_id"));
		return Understood.pledge(contact == null ? List.of() : List.of(KEEPER),
				new ImportedPledge(row.line(), CAMPAIGN, NpspAccounts.SOURCE, id, account, DONORS,
						contact == null ? null : "NPSP contact " + number(row, "primary_contact__c", contact),
						row.decimal("amount"), currency(row), day.isAfter(days.today()) ? days.today() : day, day,
						delivered, purpose(row), FIELDS));
	}

	private static boolean delivered(Row row, String stage) {
		return switch (stage) {
			case "Closed Won", "Posted" -> true;
			case "Pledged" -> false;
			default -> throw row.rejected("stage_name", stage,
					"nothing is promised in this stage, as far as is known; nothing is recorded");
		};
	}

	private static String currency(Row row) {
		String told = row.text("currencyisocode");
		if (told == null) {
			return US_DOLLAR;
		}
		String currency = told.toUpperCase(Locale.ROOT);
		if (!CURRENCY.matcher(currency).matches() || !known(currency)) {
			throw row.rejected("currencyisocode", told, "this is no currency of ISO 4217");
		}
		return currency;
	}

	private static boolean known(String currency) {
		return Currency.getAvailableCurrencies()
			.stream()
			.anyMatch(available -> available.getCurrencyCode().equals(currency));
	}

	private static @Nullable String purpose(Row row) {
		String recurring = row.text("npe03__recurring_donation__c");
		return recurring == null ? null
				: "Installment of NPSP recurring donation " + number(row, "npe03__recurring_donation__c", recurring);
	}

	private static String number(Row row, String column, String id) {
		if (id.length() > 18) {
			throw row.rejected(column, id, "this is longer than the 18 characters of a number of Salesforce");
		}
		return id;
	}

}
