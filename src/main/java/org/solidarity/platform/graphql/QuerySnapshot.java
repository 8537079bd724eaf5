package org.solidarity.platform.graphql;

import graphql.ExecutionResult;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import java.util.concurrent.CompletableFuture;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.Viewer;

/**
 * Executes a query in one read-only transaction: all of its fields see the same moment,
 * and cost one connection. Every fetcher and loader runs on the calling thread, so the
 * result is complete when it returns.
 */
class QuerySnapshot extends AsyncExecutionStrategy {

	private final Transactions transactions;

	QuerySnapshot(Transactions transactions, DataFetcherExceptionHandler failures) {
		super(failures);
		this.transactions = transactions;
	}

	@Override
	public CompletableFuture<ExecutionResult> execute(ExecutionContext context,
			ExecutionStrategyParameters parameters) {
		Viewer viewer = context.getGraphQLContext().get(Viewer.class);
		return this.transactions.read(viewer, () -> {
			var result = super.execute(context, parameters);
			result.join();
			return result;
		});
	}

}
