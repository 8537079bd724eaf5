package org.solidarity.endorsement.report;

import java.util.Locale;

class EnglishPressLine extends PressLine {

	EnglishPressLine(Locale locale) {
		super(locale, "and");
	}

	@Override
	String of(PressFacts facts) {
		if (facts.bodies() == 0) {
			return "not yet endorsed by any organization";
		}
		var who = new Parts().add(facts.unions(), "union organization", "union organizations");
		if (facts.unions() == 0) {
			who.add(facts.others(), "organization", "organizations");
		}
		else {
			who.add(facts.others(), "other organization", "other organizations");
		}
		return "endorsed by " + who + where(facts) + including(facts) + representing(facts);
	}

	private String where(PressFacts facts) {
		var where = new Parts().add(facts.states(), "state", "states");
		if (facts.district()) {
			where.add("the District of Columbia");
		}
		where.add(facts.territories(), "territory", "territories");
		boolean other = !where.isEmpty();
		where.add(facts.countries(), other ? "other country" : "country", other ? "other countries" : "countries");
		return where.isEmpty() ? "" : (facts.somewhereElse() ? " in at least " : " in ") + where;
	}

	private String including(PressFacts facts) {
		var which = new Parts();
		if (facts.councils() > 0 && facts.areaFederations() > 0) {
			which.add(facts.councils() + facts.areaFederations(), "",
					"central labor councils and area labor federations");
		}
		else {
			which.add(facts.councils(), "central labor council", "central labor councils")
				.add(facts.areaFederations(), "area labor federation", "area labor federations");
		}
		which.add(facts.stateFederations(), "state federation", "state federations");
		return which.isEmpty() ? "" : ", including " + which;
	}

	private String representing(PressFacts facts) {
		return facts.members() == 0 ? "" : ", representing " + (facts.membersAtLeast() ? "at least " : "")
				+ number(facts.members()) + (facts.members() == 1 ? " member" : " members");
	}

}
