package org.solidarity.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.solidarity.support.Api;
import org.solidarity.support.ApiTest;
import org.solidarity.support.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@ApiTest
class DocumentsTest {

	@Autowired
	Api api;

	@Autowired
	Viewers viewers;

	@Autowired
	MeterRegistry meters;

	private final AtomicInteger parsed = new AtomicInteger();

	private Documents documents(int characters) {
		return new Documents(
				new Binder(new MapConfigurationPropertySource(Map.of("crm.limits.document-cache", characters)))
					.bindOrCreate("crm.limits", Limits.class));
	}

	private void ask(Documents documents, String text, boolean valid) {
		documents.getDocumentAsync(ExecutionInput.newExecutionInput(text).build(), input -> {
			this.parsed.incrementAndGet();
			return valid ? new PreparsedDocumentEntry(Document.newDocument().build())
					: new PreparsedDocumentEntry(GraphQLError.newError().message("no").build());
		}).join();
	}

	@Test
	void aDocumentIsParsedAndValidatedOnce() {
		var documents = documents(10_000);
		ask(documents, "{a}", true);
		ask(documents, "{a}", true);
		ask(documents, "{b}", true);
		assertThat(this.parsed).hasValue(2);
	}

	@Test
	void theServerAsksForThemBeforeItParses() {
		var taken = this.meters.get("cache.gets").tags("cache", "documents", "result", "hit").functionCounter();
		String document = "{ a%s: __typename }".formatted(UUID.randomUUID().toString().replace("-", ""));
		this.api.ask(this.viewers.staff(), document);
		double before = taken.count();
		this.api.ask(this.viewers.staff(), document);
		assertThat(taken.count()).isGreaterThan(before);
	}

	@Test
	void whatIsNotValidIsNotKept() {
		var documents = documents(10_000);
		ask(documents, "{a}", false);
		ask(documents, "{a}", false);
		assertThat(this.parsed).hasValue(2);
	}

	@Test
	void whatIsTooLargeForTheMeasureIsNotKept() {
		var documents = documents(100);
		for (int i = 0; i < 50; i++) {
			ask(documents, "{a}", true);
		}
		assertThat(this.parsed.get()).isGreaterThan(1);
	}

}
