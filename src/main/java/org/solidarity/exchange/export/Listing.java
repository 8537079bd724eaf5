package org.solidarity.exchange.export;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.solidarity.campaign.Campaign;
import org.solidarity.platform.Viewer;

/** Something of a campaign that can be exported, row by row. */
interface Listing {

	/** What it is called in an address. */
	String name();

	/** What each column holds, in plain words. */
	List<String> headings();

	/**
	 * Reads all rows that the viewer may see, a few at a time, in the transaction that is
	 * open: texts, numbers, days, moments, truths or nothing, in the order of the
	 * headings.
	 */
	void read(Viewer viewer, Campaign campaign, Consumer<@Nullable Object[]> to);

}
