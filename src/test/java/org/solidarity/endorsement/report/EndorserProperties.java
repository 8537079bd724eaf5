package org.solidarity.endorsement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jooq.DSLContext;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.BodyKind;
import org.solidarity.platform.jooq.enums.RelationType;
import org.solidarity.platform.jooq.enums.RepresentationKind;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;

/**
 * Random movements, with several parents, ended edges, mergers, federations, missing and
 * later counts and several endorsements of one body, and a random history of what became
 * known about them: the statement says of each moment what the {@link Rule} said then.
 */
@ApiTest
class EndorserProperties {

	static final LocalDate DAY = LocalDate.of(2025, 6, 30);

	private static final List<BodyKind> KINDS = List.of(BodyKind.INTERNATIONAL_UNION, BodyKind.LOCAL_UNION,
			BodyKind.LOCAL_UNION, BodyKind.LOCAL_UNION, BodyKind.CHAPTER, BodyKind.WORKER_CENTER,
			BodyKind.INTERMEDIATE_BODY, BodyKind.CENTRAL_LABOR_COUNCIL, BodyKind.STATE_FEDERATION, BodyKind.COALITION);

	private static final List<RelationType> TYPES = List.of(RelationType.CHARTERED_BY, RelationType.CHARTERED_BY,
			RelationType.CONSTITUENT_OF, RelationType.CONSTITUENT_OF, RelationType.AFFILIATED_TO,
			RelationType.SUCCESSOR_OF);

	/** Undoes what a try recorded. */
	private static final class Undo extends RuntimeException {

	}

	@Autowired
	DSLContext sql;

	@Autowired
	Transactions transactions;

	@Autowired
	ReportRepository reports;

	@Autowired
	EndorsementRepository endorsements;

	EndorserProperties() throws Exception {
		new TestContextManager(EndorserProperties.class).prepareTestInstance(this);
	}

	/** Days are counted from the day of the report; null is no day. */
	record Edge(int from, int to, RelationType type, Integer since, Integer until) {
	}

	record Count(int body, int day, int members) {
	}

	record Adoption(int body, int day) {
	}

	/**
	 * @param what 0 to 8
	 * @param which of what there is of that
	 */
	record Change(int what, int which, int other, int day, BodyKind kind) {
	}

	@Property(tries = 220)
	void theStatementSaysWhatTheRuleSays(@ForAll("kinds") List<BodyKind> kinds, @ForAll("edges") List<Edge> edges,
			@ForAll("counts") List<Count> counts, @ForAll("adoptions") List<Adoption> adoptions,
			@ForAll("changes") List<Change> changes) {
		assertThatThrownBy(() -> this.transactions.write(Viewer.SYSTEM, () -> {
			var movement = new RandomMovement(this.sql, kinds, edges, counts, adoptions);
			Map<Instant, Rule> moments = new LinkedHashMap<>();
			moments.put(movement.clock(), movement.known.now());
			for (Change change : changes) {
				movement.change(change);
				moments.put(movement.clock(), movement.known.now());
			}
			var key = List.of(new Shown.Key(movement.campaign, DAY));
			moments.forEach((moment, rule) -> {
				var expected = rule.on(DAY);
				assertThat(statement(key, moment)).as("at %s", moment).isEqualTo(expected);
				var cells = this.reports.cells(Viewer.SYSTEM, key, moment).getOrDefault(movement.campaign, List.of());
				assertThat(MembersRepresented.of(cells)).satisfies(sum -> compare(sum, expected));
				expected.values().forEach(answer -> Statistics.label("how").collect(answer.how()));
			});
			throw new Undo();
		})).isInstanceOf(Undo.class);
	}

	private Map<UUID, Rule.Answer> statement(List<Shown.Key> key, Instant moment) {
		Map<UUID, Rule.Answer> answers = new TreeMap<>();
		this.endorsements.all(Viewer.SYSTEM, key, moment).values().forEach(all -> all.forEach(one -> {
			var count = one.representation().count();
			answers.put(one.bodyId(), new Rule.Answer(one.kind(), one.effectiveOn(), one.representation().how(),
					one.representation().coveredById(), count == null ? null : count.members()));
		}));
		return answers;
	}

	private static void compare(MembersRepresented sum, Map<UUID, Rule.Answer> expected) {
		assertThat(sum.bodiesCounted()).isEqualTo(bodies(expected, RepresentationKind.COUNTED));
		assertThat(sum.bodiesCovered()).isEqualTo(bodies(expected, RepresentationKind.COVERED));
		assertThat(sum.bodiesLeftOut()).isEqualTo(bodies(expected, RepresentationKind.FEDERATION));
		assertThat(sum.bodiesWithoutCount()).isEqualTo(bodies(expected, RepresentationKind.WITHOUT_COUNT));
		assertThat(Objects.requireNonNullElse(sum.members(), 0L)).isEqualTo(expected.values()
			.stream()
			.filter(answer -> answer.how() == RepresentationKind.COUNTED)
			.mapToLong(answer -> Objects.requireNonNull(answer.members()))
			.sum());
	}

	private static int bodies(Map<UUID, Rule.Answer> expected, RepresentationKind how) {
		return (int) expected.values().stream().filter(answer -> answer.how() == how).count();
	}

	@Provide
	Arbitrary<List<BodyKind>> kinds() {
		return Arbitraries.of(KINDS).list().ofMinSize(4).ofMaxSize(14);
	}

	@Provide
	Arbitrary<List<Edge>> edges() {
		return Combinators
			.combine(index(), index(), Arbitraries.of(TYPES), day().injectNull(0.7), day().injectNull(0.7))
			.as(Edge::new)
			.list()
			.ofMinSize(3)
			.ofMaxSize(30);
	}

	@Provide
	Arbitrary<List<Count>> counts() {
		return Combinators.combine(index(), day(), Arbitraries.integers().between(0, 5000))
			.as(Count::new)
			.list()
			.ofMaxSize(20);
	}

	@Provide
	Arbitrary<List<Adoption>> adoptions() {
		return Combinators.combine(index(), day()).as(Adoption::new).list().ofMinSize(3).ofMaxSize(14);
	}

	@Provide
	Arbitrary<List<Change>> changes() {
		return Combinators.combine(Arbitraries.integers().between(0, 8), index(), index(), day(), Arbitraries.of(KINDS))
			.as(Change::new)
			.list()
			.ofMaxSize(8);
	}

	private static Arbitrary<Integer> index() {
		return Arbitraries.integers().between(0, 1000);
	}

	private static Arbitrary<Integer> day() {
		return Arbitraries.integers().between(-3, 2);
	}

}
