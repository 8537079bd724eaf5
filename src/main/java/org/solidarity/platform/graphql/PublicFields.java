package org.solidarity.platform.graphql;

import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Refused;
import org.solidarity.platform.Viewer;
import org.springframework.stereotype.Component;

/**
 * Whoever has not signed in may ask for root fields that the schema marks public, and for
 * nothing beside them. Others are told so before the document is validated, which would
 * answer questions about the schema; their documents are never taken from the cache, so
 * that each is validated.
 */
@Component
class PublicFields extends SimplePerformantInstrumentation {

	@Override
	public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
			InstrumentationValidationParameters parameters, @Nullable InstrumentationState state) {
		Viewer viewer = parameters.getGraphQLContext().get(Viewer.class);
		if (viewer != null && viewer.isAnyone()) {
			parameters.getDocument()
				.getDefinitionsOfType(OperationDefinition.class)
				.forEach(operation -> check(operation, parameters.getSchema()));
		}
		return super.beginValidation(parameters, state);
	}

	private static void check(OperationDefinition operation, GraphQLSchema schema) {
		if (operation.getOperation() != OperationDefinition.Operation.QUERY || !operation.getSelectionSet()
			.getSelections()
			.stream()
			.allMatch(selection -> isPublic(selection, schema))) {
			throw Refused.unauthenticated();
		}
	}

	private static boolean isPublic(Selection<?> selection, GraphQLSchema schema) {
		var field = selection instanceof Field asked ? schema.getQueryType().getFieldDefinition(asked.getName()) : null;
		return field != null && field.hasAppliedDirective("public");
	}

}
