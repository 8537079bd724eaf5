package org.solidarity.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Component;

/**
 * Documents by their text, parsed and validated once. One that is refused, by a limit or
 * by validation, is not kept; variables play no part.
 */
@Component
class Documents implements PreparsedDocumentProvider, MeterBinder {

	/** What a kept document weighs beside its text, in characters. */
	private static final int OVERHEAD = 200;

	private final Cache<String, PreparsedDocumentEntry> documents;

	Documents(Limits limits) {
		this.documents = Caffeine.newBuilder()
			.maximumWeight(limits.documentCache())
			.weigher((String text, PreparsedDocumentEntry entry) -> text.length() + OVERHEAD)
			.executor(Runnable::run)
			.recordStats()
			.build();
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		CaffeineCacheMetrics.monitor(registry, this.documents, "documents");
	}

	@Override
	public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
			Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
		Viewer viewer = input.getGraphQLContext().get(Viewer.class);
		if (viewer != null && viewer.isAnyone()) {
			return CompletableFuture.completedFuture(parseAndValidate.apply(input));
		}
		PreparsedDocumentEntry entry = this.documents.getIfPresent(input.getQuery());
		if (entry == null) {
			entry = parseAndValidate.apply(input);
			if (!entry.hasErrors()) {
				this.documents.put(input.getQuery(), entry);
			}
		}
		return CompletableFuture.completedFuture(entry);
	}

}
