package org.solidarity.action.load;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.organization.load.ImportedBody.Identity;
import org.solidarity.organization.load.ImportedBody.Place;
import org.solidarity.platform.jooq.enums.ActionKind;
import org.solidarity.platform.jooq.enums.HeadcountMethod;

/**
 * What one row of a file says about an action that was. Its texts fit into the columns.
 *
 * @param campaign its name, in whatever case
 * @param organizers identifiers of the bodies that called it, of which the first is
 * recorded as its host; empty where the row names none
 * @param timeZone by IANA
 * @param size null where the row tells no number of people
 * @param field what the file calls the organizers
 */
public record ImportedAction(long line, String campaign, ActionKind kind, String title, LocalDate day, String timeZone,
		Place place, @Nullable String venue, List<Identity> organizers, String source, @Nullable Size size,
		String field) {

	/**
	 * How many came, as a source tells it.
	 *
	 * @param low the least that it can have been, and high the most; null: not told
	 * @param words of the source
	 */
	public record Size(int count, @Nullable Integer low, @Nullable Integer high, HeadcountMethod method,
			String countedBy, String words) {
	}

}
