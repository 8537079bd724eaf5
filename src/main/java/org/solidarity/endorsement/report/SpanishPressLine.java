package org.solidarity.endorsement.report;

import java.util.Locale;

class SpanishPressLine extends PressLine {

	SpanishPressLine(Locale locale) {
		super(locale, "y");
	}

	@Override
	String of(PressFacts facts) {
		if (facts.bodies() == 0) {
			return "todavía sin el respaldo de ninguna organización";
		}
		var who = new Parts().add(facts.unions(), "organización sindical", "organizaciones sindicales");
		if (facts.unions() == 0) {
			who.add(facts.others(), "organización", "organizaciones");
		}
		else {
			who.add(facts.others(), "organización más", "organizaciones más");
		}
		return "con el respaldo de " + who + where(facts) + including(facts) + representing(facts);
	}

	private String where(PressFacts facts) {
		var where = new Parts().add(facts.states(), "estado", "estados");
		if (facts.district()) {
			where.add("el Distrito de Columbia");
		}
		where.add(facts.territories(), "territorio", "territorios");
		boolean other = !where.isEmpty();
		where.add(facts.countries(), other ? "país más" : "país", other ? "países más" : "países");
		return where.isEmpty() ? "" : (facts.somewhereElse() ? " en al menos " : " en ") + where;
	}

	private String including(PressFacts facts) {
		var which = new Parts();
		if (facts.councils() > 0 && facts.areaFederations() > 0) {
			which.add(facts.councils() + facts.areaFederations(), "",
					"consejos sindicales centrales y federaciones sindicales de área");
		}
		else {
			which.add(facts.councils(), "consejo sindical central", "consejos sindicales centrales")
				.add(facts.areaFederations(), "federación sindical de área", "federaciones sindicales de área");
		}
		which.add(facts.stateFederations(), "federación estatal", "federaciones estatales");
		return which.isEmpty() ? "" : ", entre ellas " + which;
	}

	private String representing(PressFacts facts) {
		return facts.members() == 0 ? ""
				: (facts.bodies() == 1 ? ", que representa" : ", que representan")
						+ (facts.membersAtLeast() ? " al menos a " : " a ") + number(facts.members())
						+ (facts.members() == 1 ? " miembro" : " miembros");
	}

}
