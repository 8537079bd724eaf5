package org.solidarity.organization;

import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Checks;

/**
 * How a local is called within its union, as the US filings give it (LM-2, items 4 to 7).
 */
public record Designation(@Nullable String affiliation, @Nullable String name, @Nullable String prefix,
		@Nullable String number, @Nullable String suffix, @Nullable String unitName) {

	static final Designation NONE = new Designation(null, null, null, null, null, null);

	void check(Checks checks) {
		checks.optionalText(this.affiliation, 60, "input", "designation", "affiliation")
			.optionalText(this.name, 60, "input", "designation", "name")
			.optionalText(this.prefix, 30, "input", "designation", "prefix")
			.optionalText(this.number, 30, "input", "designation", "number")
			.optionalText(this.suffix, 30, "input", "designation", "suffix")
			.optionalText(this.unitName, 500, "input", "designation", "unitName");
	}

}
