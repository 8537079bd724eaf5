package org.solidarity.platform.errors;

import graphql.GraphQLError;
import graphql.InvalidSyntaxError;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.MissingRootTypeException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.OneOfNullValueException;
import graphql.execution.OneOfTooManyKeysException;
import graphql.execution.UnknownOperationException;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;

/**
 * Says in our words what the GraphQL engine finds wrong with a request: its own words
 * quote class names.
 */
final class RequestErrors {

	private static final Pattern VARIABLE = Pattern.compile("[Vv]ariable '(\\w+)'");

	private RequestErrors() {
	}

	static GraphQLError shown(GraphQLError error) {
		return switch (error) {
			case ShownError ours -> ours;
			case InvalidSyntaxError syntax -> ShownError.badInput("The document has a syntax error.", syntax);
			case ValidationError invalid -> ShownError.badInput(sentence(invalid), invalid);
			case BadFaithIntrospectionError introspection -> ShownError.of(
					new Refused(ErrorCode.LIMIT_EXCEEDED,
							"The limit \"introspection\" allows each list of the schema once in a document.",
							Map.of("limit", "introspection", "asked", 2, "allowed", 1)),
					introspection.getLocations(), null);
			case CoercingParseValueException value -> ShownError.badInput(variable(value), value);
			case NonNullableValueCoercedAsNullException value ->
				ShownError.badInput(variable(value) + " null is not allowed there.", value);
			case CoercingParseLiteralException value ->
				ShownError.badInput("A value in the document is not of its type.", value);
			case InputMapDefinesTooManyFieldsException value ->
				ShownError.badInput("A variable has a field that its type does not know.", value);
			case OneOfTooManyKeysException value ->
				ShownError.badInput("A variable must have exactly one of its fields.", value);
			case OneOfNullValueException value ->
				ShownError.badInput("A variable must have exactly one of its fields, and not null.", value);
			case UnknownOperationException operation -> ShownError
				.badInput("operationName must name one of the document's operations; it may be left out only where "
						+ "there is one.", operation);
			case MissingRootTypeException operation ->
				ShownError.badInput("There are no operations of this kind.", operation);
			default -> ShownError.of(Failures.defect(new IllegalStateException(error.toString()), "engine"),
					error.getLocations(), error.getPath());
		};
	}

	private static String variable(GraphQLError error) {
		var named = VARIABLE.matcher(String.valueOf(error.getMessage()));
		return named.find() ? "The variable \"" + named.group(1) + "\" has a value that its type does not allow."
				: "A variable has a value that its type does not allow.";
	}

	private static String sentence(ValidationError error) {
		var path = error.getQueryPath() == null ? List.<String>of() : error.getQueryPath();
		String at = path.isEmpty() ? "" : " At " + String.join("/", path) + ".";
		return (error.getValidationErrorType() instanceof ValidationErrorType type ? sentence(type)
				: "The document is not valid.") + at;
	}

	private static String sentence(ValidationErrorType type) {
		return switch (type) {
			case FieldUndefined -> "There is no such field.";
			case UnknownArgument -> "There is no such argument.";
			case UnknownType -> "There is no such type.";
			case UnknownDirective -> "There is no such directive.";
			case UnknownOperation -> "There are no operations of this kind.";
			case UndefinedFragment -> "There is no such fragment in the document.";
			case UndefinedVariable -> "A variable is used that the operation does not declare.";
			case WrongType, BadValueForDefaultArg -> "A value is not of the type that is asked for.";
			case NullValueForNonNullArgument -> "An argument is null that must not be.";
			case MissingFieldArgument, MissingDirectiveArgument -> "A required argument is missing.";
			case VariableTypeMismatch, NonInputTypeOnVariable, VariableNotAllowed, DefaultForNonNullArgument ->
				"A variable's type does not fit where it is used.";
			case SubselectionRequired -> "This field needs a selection of its fields.";
			case SubselectionNotAllowed -> "This field has no fields to select.";
			case UnusedFragment -> "A fragment is declared and not used.";
			case UnusedVariable -> "A variable is declared and not used.";
			case FragmentCycle -> "A fragment spreads itself.";
			case FieldsConflict -> "Two fields of the same name differ; give one of them an alias.";
			case InlineFragmentTypeConditionInvalid, FragmentTypeConditionInvalid, InvalidFragmentType ->
				"A fragment's type does not fit where it is used.";
			case MisplacedDirective -> "A directive stands where it may not.";
			case DuplicateOperationName, DuplicateFragmentName, DuplicateDirectiveName, DuplicateArgumentNames,
					DuplicateVariableName, DuplicateIncrementalLabel, UniqueObjectFieldName ->
				"A name stands twice where it may stand once.";
			case LoneAnonymousOperationViolation -> "Where there are several operations, each needs a name.";
			case NonExecutableDefinition -> "A document holds operations and fragments only.";
			case SubscriptionMultipleRootFields, SubscriptionIntrospectionRootField ->
				"A subscription has one field at its root.";
			case MaxValidationErrorsReached -> "There are more errors than are told.";
			case InvalidSyntax, MaxQueryDepthExceeded, MaxQueryFieldsExceeded -> "The document is not valid.";
		};
	}

}
