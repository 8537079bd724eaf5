package org.solidarity.platform.limits;

import graphql.execution.instrumentation.Instrumentation;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

	@Bean
	Instrumentation limitsOfOperations(Limits limits, Rates rates) {
		return new LimitsInstrumentation(limits, rates);
	}

	@Bean
	GraphQlSourceBuilderCustomizer documentsAreKept(Documents documents) {
		return source -> source.configureGraphQl(graphql -> graphql.preparsedDocumentProvider(documents));
	}

	@Bean
	DefaultConfigurationCustomizer statementsEndWithTheirOperation(Limits limits) {
		return jooq -> jooq
			.setAppending(new DefaultExecuteListenerProvider(new StatementDeadline(limits.statementTime())));
	}

}
