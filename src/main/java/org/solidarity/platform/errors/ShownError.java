package org.solidarity.platform.errors;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.ErrorCode;
import org.solidarity.platform.Refused;

/** An error as callers see it: what is said, where, and its code. */
record ShownError(String message, @Nullable List<SourceLocation> locations, @Nullable List<Object> path,
		Map<String, Object> extensions) implements GraphQLError {

	/** A place in the document, both numbers from 1. */
	private record Place(int line, int column) {
	}

	static ShownError of(Refused refused, @Nullable List<SourceLocation> locations, @Nullable List<Object> path) {
		Map<String, Object> extensions = new LinkedHashMap<>();
		extensions.put("code", refused.code().name());
		extensions.putAll(refused.extensions());
		return new ShownError(refused.getMessage(), locations, path, extensions);
	}

	static ShownError badInput(String message, GraphQLError error) {
		return new ShownError(message, error.getLocations(), error.getPath(),
				Map.of("code", ErrorCode.BAD_USER_INPUT.name()));
	}

	@Override
	public String getMessage() {
		return this.message;
	}

	@Override
	public @Nullable List<SourceLocation> getLocations() {
		return this.locations;
	}

	@Override
	public @Nullable List<Object> getPath() {
		return this.path;
	}

	@Override
	public Map<String, Object> getExtensions() {
		return this.extensions;
	}

	@Override
	public ErrorClassification getErrorType() {
		return ErrorType.DataFetchingException;
	}

	/** Without the classification of the stack, which would stand beside the code. */
	@Override
	public Map<String, Object> toSpecification() {
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("message", this.message);
		if (this.locations != null && !this.locations.isEmpty()) {
			shown.put("locations", this.locations.stream().map(at -> new Place(at.getLine(), at.getColumn())).toList());
		}
		if (this.path != null) {
			shown.put("path", this.path);
		}
		shown.put("extensions", this.extensions);
		return shown;
	}

}
