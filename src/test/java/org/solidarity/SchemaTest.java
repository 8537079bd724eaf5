package org.solidarity;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.solidarity.support.ApiTest;
import org.solidarity.support.SchemaMappings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/**
 * The contract keeps the conventions of API.md, and the Java behind it keeps the
 * contract.
 */
@ApiTest
class SchemaTest {

	private static final List<String> PAGING = List.of("first: Int", "after: String", "last: Int", "before: String");

	private final GraphQLSchema schema;

	private final SchemaMappings mappings;

	private final List<String> breaches = new ArrayList<>();

	SchemaTest(@Autowired GraphQlSource source, @Autowired SchemaMappings mappings) {
		this.schema = source.schema();
		this.mappings = mappings;
	}

	private Stream<GraphQLNamedType> types() {
		return this.schema.getAllTypesAsList().stream().filter(type -> !type.getName().startsWith("__"));
	}

	private void eachField(BiConsumer<GraphQLFieldsContainer, GraphQLFieldDefinition> check) {
		types().filter(GraphQLFieldsContainer.class::isInstance)
			.map(GraphQLFieldsContainer.class::cast)
			.forEach(type -> type.getFieldDefinitions().forEach(field -> check.accept(type, field)));
		assertThat(this.breaches).isEmpty();
	}

	private void require(boolean holds, String breach) {
		if (!holds) {
			this.breaches.add(breach);
		}
	}

	private void requireDescription(String where, GraphQLNamedSchemaElement element) {
		require(element.getDescription() != null && !element.getDescription().isBlank(),
				where + element.getName() + " is not described");
	}

	@Test
	void everythingIsDescribed() {
		types().filter(type -> !List.of("Int", "String", "Boolean", "ID", "Float").contains(type.getName()))
			.forEach(type -> {
				requireDescription("", type);
				if (type instanceof GraphQLInputObjectType input) {
					input.getFields().forEach(field -> requireDescription(type.getName() + ".", field));
				}
				if (type instanceof GraphQLEnumType values) {
					values.getValues().forEach(value -> requireDescription(type.getName() + ".", value));
				}
			});
		eachField((type, field) -> {
			requireDescription(type.getName() + ".", field);
			field.getArguments()
				.forEach(argument -> requireDescription(type.getName() + "." + field.getName() + ":", argument));
		});
	}

	/**
	 * The errors of a payload are wired once for all of them, which Spring does not see.
	 */
	@Test
	void everyFieldAndEveryMappingHasItsCounterpart() {
		var report = this.mappings.report();
		assertThat(report.unmappedFields())
			.filteredOn(at -> !at.getTypeName().endsWith("Payload") || !at.getFieldName().equals("errors"))
			.isEmpty();
		assertThat(report.unmappedRegistrations()).isEmpty();
		assertThat(report.unmappedArguments()).isEmpty();
		assertThat(report.skippedTypes()).isEmpty();
	}

	@Test
	void javaIsNullOnlyWhereTheContractAllowsIt() {
		var report = this.mappings.report();
		assertThat(report.fieldNullnessErrors()).isEmpty();
		assertThat(report.argumentNullnessErrors()).isEmpty();
	}

	@Test
	void everyEnumHasTheValuesOfItsJavaEnum() {
		Map<String, Class<?>> enums = JavaTypes.enums();
		types().filter(GraphQLEnumType.class::isInstance).map(GraphQLEnumType.class::cast).forEach(type -> {
			Class<?> java = enums.get(type.getName());
			require(java != null, type.getName() + " has no Java enum");
			if (java != null) {
				var constants = Arrays.stream(java.getEnumConstants()).map(value -> ((Enum<?>) value).name()).toList();
				var values = type.getValues().stream().map(value -> value.getName()).toList();
				require(constants.size() == values.size() && constants.containsAll(values),
						type.getName() + " has " + values + ", Java has " + constants);
			}
		});
		assertThat(this.breaches).isEmpty();
	}

	@Test
	void everyConnectionHasTheSameFourArgumentsAndParts() {
		Map<String, String> descriptions = new TreeMap<>();
		eachField((type, field) -> {
			if (!(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType connection)
					|| !connection.getName().endsWith("Connection")) {
				return;
			}
			String at = type.getName() + "." + field.getName();
			require(GraphQLTypeUtil.isNonNull(field.getType()), at + " can be null");
			var arguments = field.getArguments().stream().limit(4).map(SchemaTest::written).toList();
			require(arguments.equals(PAGING), at + " does not begin with " + PAGING);
			field.getArguments().stream().limit(4).forEach(argument -> {
				String usual = descriptions.computeIfAbsent(argument.getName(), name -> argument.getDescription());
				require(usual.equals(argument.getDescription()),
						at + ":" + argument.getName() + " is described otherwise than elsewhere");
			});
			String node = connection.getName().replaceAll("Connection$", "");
			requireFields(connection, "edges: [" + node + "Edge!]!", "nodes: [" + node + "!]!", "pageInfo: PageInfo!",
					"totalCount: Int!");
			requireFields((GraphQLObjectType) this.schema.getType(node + "Edge"), "cursor: String!",
					"node: " + node + "!");
		});
	}

	private void requireFields(GraphQLObjectType type, String... fields) {
		var written = type.getFieldDefinitions()
			.stream()
			.map(field -> field.getName() + ": " + GraphQLTypeUtil.simplePrint(field.getType()))
			.toList();
		require(written.containsAll(List.of(fields)), type.getName() + " lacks some of " + List.of(fields));
	}

	private static String written(GraphQLArgument argument) {
		return argument.getName() + ": " + GraphQLTypeUtil.simplePrint(argument.getType());
	}

	/**
	 * Spring does not look below {@code [XEdge!]!}, so that these are held up to their
	 * records here.
	 */
	@Test
	void whatPagesHoldHasARecordWithItsFields() {
		Map<String, Class<?>> records = JavaTypes.records();
		eachField((type, field) -> {
			if (!type.getName().endsWith("Edge") || !field.getName().equals("node")) {
				return;
			}
			var node = (GraphQLFieldsContainer) GraphQLTypeUtil.unwrapAll(field.getType());
			Class<?> record = records.get(node.getName());
			require(record != null, node.getName() + " has no record");
			node.getFieldDefinitions()
				.stream()
				.filter(inner -> record != null
						&& !(node instanceof GraphQLObjectType object && this.schema.getCodeRegistry()
							.hasDataFetcher(graphql.schema.FieldCoordinates.coordinates(object, inner))))
				.filter(inner -> !inner.getName().equals("id"))
				.forEach(inner -> require(
						JavaTypes.keeps(record, inner.getName(), GraphQLTypeUtil.isNonNull(inner.getType()))
								|| node instanceof graphql.schema.GraphQLInterfaceType,
						node.getName() + "." + inner.getName() + " is not kept by " + record));
		});
	}

	@Test
	void everyMutationTakesOneInputAndGivesAPayloadWithErrors() {
		eachField((type, field) -> {
			if (!type.getName().equals("Mutation")) {
				return;
			}
			String name = field.getName().substring(0, 1).toUpperCase() + field.getName().substring(1);
			var arguments = field.getArguments().stream().map(SchemaTest::written).toList();
			require(arguments.equals(List.of("input: " + name + "Input!")), field.getName() + " takes " + arguments);
			require(GraphQLTypeUtil.simplePrint(field.getType()).equals(name + "Payload!"),
					field.getName() + " gives " + GraphQLTypeUtil.simplePrint(field.getType()));
			if (this.schema.getType(name + "Payload") instanceof GraphQLObjectType payload) {
				requireFields(payload, "errors: [UserError!]!");
				payload.getFieldDefinitions()
					.stream()
					.filter(part -> !part.getName().equals("errors"))
					.forEach(part -> require(!GraphQLTypeUtil.isNonNull(part.getType()),
							payload.getName() + "." + part.getName() + " must be null where there are errors"));
			}
			require(field.getDescription() != null && field.getDescription().contains("Requires "),
					field.getName() + " does not say what it requires");
		});
	}

	@Test
	void whatAsksForAnIdIsNamedId() {
		List<String> allowed = List.of("id", "ids", "eq", "after");
		types().filter(GraphQLInputObjectType.class::isInstance)
			.map(GraphQLInputObjectType.class::cast)
			.forEach(input -> input.getFields()
				.forEach(field -> requireIdName(input.getName(), field.getName(), field.getType(), allowed)));
		eachField((type, field) -> field.getArguments()
			.forEach(argument -> requireIdName(type.getName() + "." + field.getName(), argument.getName(),
					argument.getType(), allowed)));
	}

	private void requireIdName(String where, String name, GraphQLType type, List<String> allowed) {
		require(!GraphQLTypeUtil.unwrapAll(type).getName().equals("ID") || allowed.contains(name) || name.endsWith("Id")
				|| name.endsWith("Ids"), where + "." + name + " is an ID and not named so");
	}

	@Test
	void whatIsComputedOverManyRowsIsMarkedAndSoCostsMore() {
		var computed = List.of("PledgeTotal", "TargetTotals", "EndorsementReport", "PipelineTotals", "Turnout",
				"TaskTotals");
		eachField((type, field) -> {
			String of = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())).getName();
			if (computed.contains(of)) {
				require(field.hasAppliedDirective("aggregate"),
						type.getName() + "." + field.getName() + " lacks @aggregate");
			}
		});
		assertThat(this.breaches).isEmpty();
	}

	@Test
	void whatHasAnIdIsANode() {
		types().filter(GraphQLObjectType.class::isInstance)
			.map(GraphQLObjectType.class::cast)
			.filter(type -> type.getFieldDefinition("id") != null)
			.forEach(type -> require(isNode(type), type.getName() + " has an id and is no Node"));
		assertThat(this.breaches).isEmpty();
	}

	private static boolean isNode(GraphQLObjectType type) {
		return type.getInterfaces().stream().anyMatch(of -> of.getName().equals("Node"));
	}

	/** What hangs on one member is told whole. */
	@Test
	void aListOfNodesIsAConnectionOrSaysHowLongItGets() {
		eachField((type, field) -> {
			boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()));
			boolean nodes = GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType of && isNode(of);
			if (list && nodes && !type.getName().endsWith("Connection") && !type.getName().equals("Member")) {
				require(field.getDescription() != null && field.getDescription().contains("at most "),
						type.getName() + "." + field.getName() + " is a list of nodes without end");
			}
		});
	}

}
