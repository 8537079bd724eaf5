package org.solidarity.platform.limits;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.Document;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.schema.DataFetcher;
import graphql.validation.ValidationError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.solidarity.platform.jooq.enums.Role;

/**
 * Where the limits stand in a request's way: its document before validation, its cost
 * before execution, its time before each field that is fetched.
 */
class LimitsInstrumentation extends SimplePerformantInstrumentation {

	private final Limits limits;

	private final Rates rates;

	/** What stands under {@code extensions.cost}. */
	private record Told(int requested, int limit, int remaining) {
	}

	LimitsInstrumentation(Limits limits, Rates rates) {
		this.limits = limits;
		this.rates = rates;
	}

	/** The parser gives up where a document is too much for it, and is not wrong then. */
	@Override
	public InstrumentationContext<Document> beginParse(InstrumentationExecutionParameters parameters,
			@Nullable InstrumentationState state) {
		return SimpleInstrumentationContext.whenCompleted((document, failure) -> {
			if (failure instanceof ParseCancelledException) {
				throw Refused.limit("documentTokens", this.limits.documentTokens() + 1L, this.limits.documentTokens());
			}
			if (failure instanceof ParseCancelledTooDeepException) {
				throw Refused.limit("depth", this.limits.depth() + 1L, this.limits.depth());
			}
		});
	}

	@Override
	public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
			InstrumentationValidationParameters parameters, @Nullable InstrumentationState state) {
		DocumentShape.check(this.limits, parameters.getDocument());
		return super.beginValidation(parameters, state);
	}

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
		var context = parameters.getExecutionContext();
		Cost cost = OperationCost.of(context, this.limits);
		Limits.check("nodes", cost.nodes(), this.limits.nodes());
		Limits.check("cost", cost.points(), this.limits.cost());
		Viewer viewer = context.getGraphQLContext().get(Viewer.class);
		if (!viewer.is(Role.SYSTEM)) {
			context.getGraphQLContext().put(Charge.class, this.rates.charge(viewer.id(), (int) cost.points()));
		}
		return super.beginExecuteOperation(parameters, state);
	}

	@Override
	public DataFetcher<?> instrumentDataFetcher(DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters,
			@Nullable InstrumentationState state) {
		Deadline deadline = parameters.isTrivialDataFetcher() ? null : Deadline.current();
		if (deadline != null) {
			deadline.remaining();
		}
		return fetcher;
	}

	@Override
	public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
			InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
		GraphQLContext context = parameters.getGraphQLContext();
		Charge charge = context.get(Charge.class);
		if (charge == null) {
			return CompletableFuture.completedFuture(result);
		}
		Map<Object, Object> extensions = new LinkedHashMap<>(
				result.getExtensions() != null ? result.getExtensions() : Map.of());
		extensions.put("cost",
				Map.of("requested", charge.cost(), "limit", this.limits.cost(), "remaining", charge.remaining()));
		return CompletableFuture.completedFuture(result.transform(answer -> answer.extensions(extensions)));
	}

}
