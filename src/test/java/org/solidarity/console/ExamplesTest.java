package org.solidarity.console;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import graphql.validation.Validator;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.solidarity.support.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

@ApiTest
class ExamplesTest {

	@Autowired
	Examples examples;

	@Autowired
	GraphQlSource source;

	@Test
	void everyExampleFitsTheSchemaAndSaysWhatItTells() {
		assertThat(this.examples.queries()).hasSize(6).allSatisfy(query -> {
			assertThat(query).startsWith("# For ");
			assertThat(new Validator().validateDocument(this.source.schema(), Parser.parse(query), Locale.ENGLISH))
				.isEmpty();
		});
	}

}
