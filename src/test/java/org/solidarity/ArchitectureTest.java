package org.solidarity;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.jooq.PlainSQL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** ARCHITECTURE.md, sections 2 and 3, as far as byte code shows it. */
class ArchitectureTest {

	/** Each may use only those before it. */
	static final List<String> MODULES = List.of("platform", "identity", "sharing", "organization", "campaign", "member",
			"endorsement", "action", "pledge", "outreach", "exchange", "console", "demo");

	private static final JavaClasses ALL = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.solidarity");

	/** What we wrote ourselves. */
	private static final JavaClasses OURS = ALL
		.that(describe("written by hand", type -> !type.getPackageName().startsWith("org.solidarity.platform.jooq")));

	/** The name of a class's module; empty for the application itself. */
	static String module(String packageName) {
		String[] parts = packageName.split("\\.");
		return parts.length > 2 ? parts[2] : "";
	}

	@Test
	void everyModuleUsesOnlyThoseBeforeIt() {
		classes().should(new ArchCondition<>("use only modules before their own") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				String module = module(type.getPackageName());
				type.getDirectDependenciesFromSelf().forEach(dependency -> {
					String used = dependency.getTargetClass().getPackageName();
					if (!module.isEmpty() && used.startsWith("org.solidarity")
							&& MODULES.indexOf(module(used)) > MODULES.indexOf(module)) {
						events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
					}
				});
				if (!module.isEmpty() && !MODULES.contains(module)) {
					events.add(SimpleConditionEvent.violated(type, module + " is no module; add it to the order"));
				}
			}
		}).check(OURS);
	}

	@Test
	void noRoomsGoRoundInACircle() {
		slices().matching("org.solidarity.(*)..").should().beFreeOfCycles().check(OURS);
		slices().matching("org.solidarity.(*).(*)..").should().beFreeOfCycles().check(OURS);
	}

	@Test
	void sqlIsNeverAString() {
		noClasses().should()
			.callMethodWhere(describe("takes plain SQL",
					call -> call.getTarget()
						.resolveMember()
						.filter(method -> method.isAnnotatedWith(PlainSQL.class))
						.isPresent()))
			.check(OURS);
	}

	/**
	 * Transactions tells PostgreSQL who is asking; postgres and startup look after the
	 * server before the application uses it.
	 */
	@Test
	void jdbcIsSpokenOnlyWhereAServerIsMadeOrATransactionBegins() {
		noClasses().that()
			.resideOutsideOfPackages("org.solidarity.platform.postgres", "org.solidarity.platform.startup")
			.and()
			.doNotHaveFullyQualifiedName("org.solidarity.platform.Transactions")
			.should()
			.dependOnClassesThat(describe("speak JDBC",
					type -> List.of("java.sql.Connection", "java.sql.Statement", "java.sql.DriverManager")
						.contains(type.getName()) || type.isAssignableTo(JdbcOperations.class)
							|| type.isAssignableTo(JdbcClient.class)))
			.check(OURS);
	}

	@Test
	void timeComesFromTheClockThatIsInjected() {
		noClasses().that()
			.doNotHaveFullyQualifiedName("org.solidarity.platform.TimeConfiguration")
			.should()
			.accessTargetWhere(describe("asks the machine for the time", ArchitectureTest::asksForTheTime))
			.check(OURS);
	}

	private static boolean asksForTheTime(JavaAccess<?> access) {
		String owner = access.getTargetOwner().getName();
		String name = access.getName();
		boolean now = owner.startsWith("java.time.") && name.equals("now")
				&& !access.getDescription().contains("now(" + Clock.class.getName());
		return now || (owner.equals(System.class.getName()) && name.equals("currentTimeMillis"))
				|| (owner.equals(Date.class.getName()) && access.getDescription().contains("<init>()"))
				|| (owner.equals(Clock.class.getName()) && name.startsWith("system"));
	}

	@Test
	void nothingIsInjectedIntoAField() {
		noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class).check(OURS);
	}

	@Test
	void aTableIsUsedOnlyByItsModuleAndThoseAfterIt() {
		classes().that()
			.resideOutsideOfPackage("org.solidarity.platform.jooq..")
			.should(new ArchCondition<>("use only tables of their own module and those before it") {
				@Override
				public void check(JavaClass type, ConditionEvents events) {
					int module = MODULES.indexOf(module(type.getPackageName()));
					type.getDirectDependenciesFromSelf()
						.stream()
						.filter(use -> resideInAPackage("org.solidarity.platform.jooq.tables")
							.test(use.getTargetClass()))
						.filter(use -> module >= 0
								&& MODULES.indexOf(Tables.owner(use.getTargetClass().getSimpleName())) > module)
						.forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
				}
			})
			.check(OURS);
	}

}
