package org.solidarity.campaign;

import org.solidarity.platform.page.Direction;

/** In which order a list of campaigns comes. */
public record CampaignOrder(By field, Direction direction) {

	static final CampaignOrder DEFAULT = new CampaignOrder(By.NAME, Direction.ASC);

	/** The values that campaigns are ordered by. */
	public enum By {

		NAME, CREATED_AT

	}

}
