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
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.SelectionSet;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.validation.ValidationError;
import java.util.List;
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
	 * The engine's own validation breaks where a condition leaves a subscription empty.
	 */
	@Override
	public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
			InstrumentationValidationParameters parameters, @Nullable InstrumentationState state) {
		var document = parameters.getDocument();
		document.getDefinitionsOfType(OperationDefinition.class)
			.stream()
			.filter(operation -> operation.getOperation() == Operation.SUBSCRIPTION)
			.forEach(operation -> requireUnconditional(operation.getSelectionSet()));
		document.getDefinitionsOfType(FragmentDefinition.class)
			.stream()
			.filter(fragment -> fragment.getTypeCondition().getName().equals("Subscription"))
			.forEach(fragment -> requireUnconditional(fragment.getSelectionSet()));
		return super.beginValidation(parameters, state);
	}

	private static void requireUnconditional(SelectionSet root) {
		root.getSelections().forEach(selection -> {
			if (selection instanceof DirectivesContainer<?> field && !field.getDirectives().isEmpty()) {
				throw new Refused(ErrorCode.BAD_USER_INPUT, "The root of a subscription has no directives.");
			}
			if (selection instanceof InlineFragment inline) {
				requireUnconditional(inline.getSelectionSet());
			}
		});
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
