package org.solidarity.endorsement.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.DatePrecision;

/**
 * The how manieth of its kind a body was to endorse.
 *
 * @param number from 1; those of one day share it, and as many numbers are left out
 * @param sharedBy how many of the kind have this number
 * @param certain whether no date that is not known to the day can change it
 */
record Ordinal(int number, int sharedBy, boolean certain) {

	static final Ordinal UNKNOWN = new Ordinal(0, 0, false);

	/** The same endorsements, each with its place among those of its kind. */
	static List<Endorsement> number(List<Endorsement> endorsements) {
		Map<BodyKind, List<Endorsement>> kinds = new HashMap<>();
		endorsements.forEach(one -> kinds.computeIfAbsent(one.kind(), none -> new ArrayList<>()).add(one));
		List<Endorsement> numbered = new ArrayList<>();
		kinds.values().forEach(kind -> numberKind(kind, numbered));
		return numbered;
	}

	private static void numberKind(List<Endorsement> kind, List<Endorsement> numbered) {
		kind.sort(Comparator.comparing(Endorsement::effectiveOn));
		boolean[] vague = vague(kind);
		for (int first = 0, end; first < kind.size(); first = end) {
			end = first + 1;
			while (end < kind.size() && kind.get(end).effectiveOn().equals(kind.get(first).effectiveOn())) {
				end++;
			}
			for (int i = first; i < end; i++) {
				numbered.add(kind.get(i).with(new Ordinal(first + 1, end - first, !vague[i])));
			}
		}
	}

	/**
	 * Which of them can have come before or after another, because the day of one of the
	 * two is not known.
	 */
	private static boolean[] vague(List<Endorsement> kind) {
		long[] last = kind.stream().mapToLong(one -> one.effectiveOn().toEpochDay()).toArray();
		long[] first = kind.stream()
			.mapToLong(one -> one.earliestOn() == null ? Long.MIN_VALUE : one.earliestOn().toEpochDay())
			.toArray();
		boolean[] vague = new boolean[last.length];
		for (int i = 0; i < last.length; i++) {
			if (kind.get(i).datePrecision() != DatePrecision.DAY) {
				for (int j = 0; j < last.length; j++) {
					if (i != j && first[i] <= last[j] && first[j] <= last[i]) {
						vague[i] = true;
						vague[j] = true;
					}
				}
			}
		}
		return vague;
	}

}
