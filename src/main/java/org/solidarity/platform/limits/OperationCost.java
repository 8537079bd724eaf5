package org.solidarity.platform.limits;

import graphql.execution.ExecutionContext;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.page.PageRequest;

/**
 * Counts what an operation costs before it is executed: an object is 1, what is below a
 * connection counts as often as its page is large, an aggregate and a mutation cost more.
 * A field is an aggregate that the schema marks so, or a {@code totalCount}.
 */
final class OperationCost {

	private final ExecutionContext context;

	private final Limits limits;

	private OperationCost(ExecutionContext context, Limits limits) {
		this.context = context;
		this.limits = limits;
	}

	static Cost of(ExecutionContext context, Limits limits) {
		var operation = context.getOperationDefinition();
		var schema = context.getGraphQLSchema();
		var cost = new OperationCost(context, limits);
		return switch (operation.getOperation()) {
			case QUERY -> cost.selection(schema.getQueryType(), operation.getSelectionSet(), 1);
			case MUTATION -> cost.selection(schema.getMutationType(), operation.getSelectionSet(), 1);
			case SUBSCRIPTION -> cost.selection(schema.getSubscriptionType(), operation.getSelectionSet(), 1);
		};
	}

	/**
	 * @param page how many objects a list in it holds, where the type is a connection
	 */
	private Cost selection(GraphQLCompositeType parent, @Nullable SelectionSet set, long page) {
		Cost cost = Cost.NOTHING;
		for (Selection<?> selection : set != null ? set.getSelections() : List.<Selection<?>>of()) {
			cost = cost.plus(switch (selection) {
				case Field field -> field(parent, field, page);
				case InlineFragment inline ->
					selection(inline.getTypeCondition() != null ? type(inline.getTypeCondition().getName()) : parent,
							inline.getSelectionSet(), page);
				case FragmentSpread spread -> {
					var fragment = this.context.getFragment(spread.getName());
					yield selection(type(fragment.getTypeCondition().getName()), fragment.getSelectionSet(), page);
				}
				default -> Cost.NOTHING;
			});
		}
		return cost;
	}

	private Cost field(GraphQLCompositeType parent, Field field, long page) {
		var definition = Introspection.getFieldDef(this.context.getGraphQLSchema(), parent, field.getName());
		Cost own = own(parent, definition);
		if (!(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type)) {
			return own;
		}
		if (Introspection.isIntrospectionTypes(type.getName())) {
			return new Cost(this.limits.aggregateCost(), 0);
		}
		if (type.getName().endsWith("Connection")) {
			return own.plus(new Cost(1, 0)).plus(selection(type, field.getSelectionSet(), pageSize(field)));
		}
		Cost object = object(type).plus(selection(type, field.getSelectionSet(), 1));
		return own.plus(object.times(size(parent, definition, field, page)));
	}

	private Cost own(GraphQLCompositeType parent, GraphQLFieldDefinition field) {
		if (this.context.getOperationDefinition().getOperation() == Operation.MUTATION
				&& parent == this.context.getGraphQLSchema().getMutationType()) {
			return new Cost(this.limits.mutationCost(), 0);
		}
		boolean aggregate = field.hasAppliedDirective("aggregate") || field.getName().equals("totalCount");
		return new Cost(aggregate ? this.limits.aggregateCost() : 0, 0);
	}

	/** Edges and page information come with the rows and cost nothing of their own. */
	private static Cost object(GraphQLCompositeType type) {
		if (type.getName().endsWith("Edge") || type.getName().equals("PageInfo")) {
			return Cost.NOTHING;
		}
		boolean node = type.getName().equals("Node") || (type instanceof GraphQLImplementingType of
				&& of.getInterfaces().stream().anyMatch(implemented -> implemented.getName().equals("Node")));
		return new Cost(1, node ? 1 : 0);
	}

	private long size(GraphQLCompositeType parent, GraphQLFieldDefinition definition, Field field, long page) {
		if (!GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()))) {
			return 1;
		}
		if (parent.getName().endsWith("Connection")) {
			return page;
		}
		return switch (argument(field, "ids")) {
			case Collection<?> ids -> ids.size();
			case ArrayValue ids -> ids.getValues().size();
			case null, default -> this.limits.assumedListSize();
		};
	}

	private long pageSize(Field field) {
		Long first = number(argument(field, "first"));
		Long last = number(argument(field, "last"));
		return first != null ? first : last != null ? last : PageRequest.DEFAULT_SIZE;
	}

	private static @Nullable Long number(@Nullable Object value) {
		return switch (value) {
			case IntValue literal -> literal.getValue().longValue();
			case Number number -> number.longValue();
			case null, default -> null;
		};
	}

	/** The value of an argument: of its variable, or as the document has it. */
	private @Nullable Object argument(Field field, String name) {
		for (Argument argument : field.getArguments()) {
			if (argument.getName().equals(name)) {
				return argument.getValue() instanceof VariableReference variable
						? this.context.getCoercedVariables().get(variable.getName()) : argument.getValue();
			}
		}
		return null;
	}

	private GraphQLCompositeType type(String name) {
		return (GraphQLCompositeType) this.context.getGraphQLSchema().getType(name);
	}

}
