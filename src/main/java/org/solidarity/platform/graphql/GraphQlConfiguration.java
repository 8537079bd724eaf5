package org.solidarity.platform.graphql;

import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.WiringFactory;
import java.util.List;
import org.solidarity.platform.Transactions;
import org.solidarity.platform.limits.Limits;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

@Configuration(proxyBeanMethods = false)
class GraphQlConfiguration {

	@Bean
	RuntimeWiringConfigurer scalarsAndNodes() {
		return new RuntimeWiringConfigurer() {
			@Override
			public void configure(RuntimeWiring.Builder wiring) {
				Scalars.ALL.forEach(wiring::scalar);
			}

			@Override
			public void configure(RuntimeWiring.Builder wiring, List<WiringFactory> factories) {
				factories.add(new NodeWiring());
			}
		};
	}

	@Bean
	HandlerMethodArgumentResolver viewerArgument() {
		return new ViewerArgument();
	}

	@Bean
	HandlerMethodArgumentResolver pageArguments(Limits limits) {
		return new PageArguments(limits);
	}

	@Bean
	Instrumentation mutationErrors() {
		return new MutationErrors();
	}

	@Bean
	Instrumentation subscriptionFields() {
		return new SubscriptionFields();
	}

	@Bean
	GraphQlSourceBuilderCustomizer executionStrategies(Transactions transactions,
			List<DataFetcherExceptionResolver> resolvers) {
		var failures = DataFetcherExceptionResolver.createExceptionHandler(resolvers);
		return source -> source
			.configureGraphQl(graphql -> graphql.queryExecutionStrategy(new QuerySnapshot(transactions, failures))
				.subscriptionExecutionStrategy(new SubscriptionStrategy(transactions, failures)));
	}

}
