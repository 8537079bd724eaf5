package org.solidarity.platform.graphql;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.DirectivesContainer;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.validation.ValidationError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;
import org.solidarity.platform.live.Delivery;
import org.solidarity.platform.live.Start;

/**
 * Keeps subscriptions to the connections that they belong on, and gives their field the
 * value of the event that is told of.
 */
class SubscriptionFields extends SimplePerformantInstrumentation {

	/**
	 * The engine's own validation breaks where a subscription is left empty, by a
	 * condition or by fragments that hold nothing of it.
	 */
	@Override
	public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
			InstrumentationValidationParameters parameters, @Nullable InstrumentationState state) {
		var document = parameters.getDocument();
		Map<String, FragmentDefinition> fragments = new HashMap<>();
		document.getDefinitionsOfType(FragmentDefinition.class)
			.forEach(fragment -> fragments.putIfAbsent(fragment.getName(), fragment));
		document.getDefinitionsOfType(OperationDefinition.class)
			.stream()
			.filter(operation -> operation.getOperation() == Operation.SUBSCRIPTION)
			.filter(operation -> !holdsField(operation.getSelectionSet(), fragments, new HashSet<>()))
			.forEach(operation -> {
				throw new Refused(ErrorCode.BAD_USER_INPUT,
						"A subscription asks for one field of the type Subscription; this one asks for none.");
			});
		return super.beginValidation(parameters, state);
	}

	private static boolean holdsField(SelectionSet root, Map<String, FragmentDefinition> fragments, Set<String> seen) {
		boolean holds = false;
		for (var selection : root.getSelections()) {
			if (selection instanceof DirectivesContainer<?> field && !field.getDirectives().isEmpty()) {
				throw new Refused(ErrorCode.BAD_USER_INPUT, "The root of a subscription has no directives.");
			}
			holds |= switch (selection) {
				case InlineFragment inline -> isOfSubscription(inline.getTypeCondition())
						&& holdsField(inline.getSelectionSet(), fragments, seen);
				case FragmentSpread spread -> {
					var fragment = fragments.get(spread.getName());
					if (fragment == null) {
						throw new Refused(ErrorCode.BAD_USER_INPUT,
								"The document has no fragment " + spread.getName() + ".");
					}
					yield seen.add(spread.getName()) && isOfSubscription(fragment.getTypeCondition())
							&& holdsField(fragment.getSelectionSet(), fragments, seen);
				}
				default -> true;
			};
		}
		return holds;
	}

	private static boolean isOfSubscription(@Nullable TypeName condition) {
		return condition == null || condition.getName().equals("Subscription");
	}

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
		var context = parameters.getExecutionContext();
		boolean subscription = context.getOperationDefinition().getOperation() == Operation.SUBSCRIPTION;
		boolean lasting = context.getGraphQLContext().hasKey(Start.class)
				|| context.getGraphQLContext().hasKey(Delivery.class);
		if (subscription && !lasting) {
			throw new Refused(ErrorCode.BAD_USER_INPUT,
					"A subscription is answered over a WebSocket, or to a request that accepts text/event-stream.");
		}
		if (lasting && !subscription) {
			throw new Refused(ErrorCode.BAD_USER_INPUT,
					"Only subscriptions are answered here; send queries and mutations by POST.");
		}
		return super.beginExecuteOperation(parameters, state);
	}

	@Override
	public DataFetcher<?> instrumentDataFetcher(DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters,
			@Nullable InstrumentationState state) {
		var environment = parameters.getEnvironment();
		Delivery delivery = environment.getGraphQlContext().get(Delivery.class);
		return delivery != null && environment.getParentType() instanceof GraphQLObjectType type
				&& type == environment.getGraphQLSchema().getSubscriptionType() ? of -> delivery.value() : fetcher;
	}

}
