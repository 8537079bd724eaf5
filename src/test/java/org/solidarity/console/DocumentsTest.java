package org.solidarity.console;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.solidarity.platform.NodeId;
import org.solidarity.support.ApiTest;
import org.solidarity.support.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.json.JsonMapper;

/** What the console asks the API is a file of its own, and fits the API. */
@ApiTest
class DocumentsTest {

	static final Path APP = Path.of("src/main/resources/org/solidarity/console/app");

	private static final Pattern ASKED = Pattern.compile("\\bask\\(\\s*'([a-z-]+/[a-z-]+)'");

	@Autowired
	GraphQlSource source;

	@Autowired
	SignedIn signedIn;

	static Map<Path, String> files(String end) throws IOException {
		try (Stream<Path> files = Files.walk(APP)) {
			return files.filter(file -> file.toString().endsWith(end))
				.collect(Collectors.toMap(APP::relativize, DocumentsTest::read));
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void everyDocumentFitsTheSchema() throws IOException {
		files(".graphql").forEach((file,
				text) -> assertThat(
						new Validator().validateDocument(this.source.schema(), Parser.parse(text), Locale.ENGLISH))
					.as("%s", file)
					.isEmpty());
	}

	@Test
	void everyDocumentIsAskedAndEveryOneThatIsAskedIsThere() throws IOException {
		var asked = files(".js").values()
			.stream()
			.flatMap(text -> ASKED.matcher(text).results())
			.map(result -> result.group(1) + ".graphql")
			.collect(Collectors.toSet());
		assertThat(files(".graphql").keySet().stream().map(Path::toString)).containsExactlyInAnyOrderElementsOf(asked);
	}

	/**
	 * The limits stand before execution, so that an id of nothing shows whether they
	 * hold.
	 */
	@Test
	void everyQueryStaysWithinTheLimits() throws IOException {
		var staff = this.signedIn.staff();
		for (var document : files(".graphql").entrySet()) {
			for (var operation : Parser.parse(document.getValue()).getDefinitionsOfType(OperationDefinition.class)) {
				if (operation.getOperation() == OperationDefinition.Operation.QUERY) {
					var answer = staff.postJson("/graphql",
							JsonMapper.shared()
								.writeValueAsString(Map.of("query", document.getValue(), "operationName",
										operation.getName(), "variables", variables(operation))));
					assertThat(answer.body()).as("%s", document.getKey())
						.contains("\"data\"")
						.doesNotContain("\"errors\"");
				}
			}
		}
	}

	private static Map<String, Object> variables(OperationDefinition operation) {
		return operation.getVariableDefinitions()
			.stream()
			.filter(variable -> variable.getType() instanceof NonNullType)
			.collect(Collectors.toMap(VariableDefinition::getName,
					variable -> value(((NonNullType) variable.getType()).getType())));
	}

	private static Object value(Type<?> type) {
		if (!(type instanceof TypeName name)) {
			return List.of();
		}
		return switch (name.getName()) {
			case "ID" -> new NodeId("cam", UUID.randomUUID()).toString();
			case "Date" -> "2026-01-01";
			case "String" -> "en";
			default -> Map.of();
		};
	}

}
