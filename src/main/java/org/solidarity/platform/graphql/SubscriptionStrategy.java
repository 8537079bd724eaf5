package org.solidarity.platform.graphql;

import graphql.ExecutionResult;
import graphql.execution.Async;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FetchedValue;
import graphql.execution.NonNullableFieldValidator;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.live.Delivery;
import reactor.core.publisher.Mono;

/**
 * Executes a subscription: to start with, only what its field listens to, which is then
 * the data; for each event everything, as a query in a snapshot of its own.
 */
class SubscriptionStrategy extends QuerySnapshot {

	SubscriptionStrategy(Transactions transactions, DataFetcherExceptionHandler failures) {
		super(transactions, failures);
	}

	@Override
	public CompletableFuture<ExecutionResult> execute(ExecutionContext context,
			ExecutionStrategyParameters parameters) {
		if (context.getGraphQLContext().hasKey(Delivery.class)) {
			return super.execute(context, parameters);
		}
		var fields = parameters.getFields();
		var field = fields.getSubField(fields.getKeys().getFirst());
		var path = parameters.getPath().segment(field.getResultKey());
		var root = parameters.transform(builder -> builder.field(field)
			.path(path)
			.nonNullFieldValidator(new NonNullableFieldValidator(context)));
		return Async.toCompletableFuture(fetchField(context, root))
			.thenCompose(fetched -> FetchedValue.getFetchedValue(fetched) instanceof Publisher<?> source
					? Mono.from(source).<Object>map(live -> live).toFuture() : CompletableFuture.completedFuture(null))
			.thenApply(live -> ExecutionResult.newExecutionResult().data(live).errors(context.getErrors()).build());
	}

}
