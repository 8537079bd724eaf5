package org.solidarity.endorsement.resolution;

import java.util.List;
import java.util.UUID;
import org.solidarity.platform.Node;

/**
 * A text that bodies are asked to adopt.
 *
 * @param versions its wordings, newest number first, by language within a number
 */
public record Resolution(UUID id, UUID campaignId, List<ResolutionVersion> versions) implements Node {

	public static final String PREFIX = "res";

	@Override
	public String prefix() {
		return PREFIX;
	}

	/** The newest wording, in the language that it was first recorded in. */
	public ResolutionVersion latest() {
		return this.versions.getFirst();
	}

}
