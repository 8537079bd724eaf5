package org.solidarity.exchange.npsp;

import java.util.List;
import java.util.Map;
import org.solidarity.exchange.file.Column;
import org.solidarity.exchange.file.Row;
import org.solidarity.exchange.mapping.BodyMapping;
import org.solidarity.organization.load.ImportedBody;
import org.solidarity.organization.load.ImportedBody.Identity;
import org.solidarity.organization.load.ImportedBody.Place;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.BodyStatus;
import org.solidarity.platform.jooq.enums.Visibility;
import org.springframework.stereotype.Component;

/**
 * Accounts that are organizations. That an organization is in somebody's books is nobody
 * else's business: the bodies are internal. An account that is a household is named after
 * persons, and neither its name nor its address is recorded or reported.
 */
@Component
class NpspAccounts implements BodyMapping {

	static final String SOURCE = "NPSP";

	private static final String TYPE = "npe01__system_accounttype__c";

	@Override
	public String name() {
		return "npsp-accounts";
	}

	@Override
	public List<Column> columns() {
		return List.of(Column.required("id"), Column.required("name"), Column.required(TYPE),
				Column.optional("billingcity"));
	}

	@Override
	public Map<String, String> parts() {
		return Map.of("name", "name", "identifier", "id");
	}

	@Override
	public ImportedBody map(Row row, Days days) {
		String id = row.required("id");
		String type = row.text(TYPE);
		if (type != null && !type.equals("Organization")) {
			throw row.rejected(TYPE, type, "such an account is of persons and no body; nothing of it is recorded");
		}
		return new ImportedBody(identity(row, id), null, false, BodyKind.OTHER, row.required("name"), null, null, null,
				null, BodyStatus.ACTIVE, new Place(null, null, row.text("billingcity")), null, null, null, SOURCE,
				Visibility.INTERNAL);
	}

	/** By the number that Salesforce gave it. */
	static Identity identity(Row row, String id) {
		if (id.length() > 18) {
			throw row.rejected("id", id, "this is longer than the 18 characters of a number of Salesforce");
		}
		return new Identity("NPSP_ACCOUNT", id, false);
	}

}
