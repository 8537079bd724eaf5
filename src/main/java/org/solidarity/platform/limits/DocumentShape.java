package org.solidarity.platform.limits;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a document is made of against the limits, with its fragments expanded: each
 * fragment is counted once, so that the work grows with the document and not with what it
 * expands to. Types and variables play no part.
 */
final class DocumentShape {

	private final Limits limits;

	private final Map<String, FragmentDefinition> fragments;

	private final Map<String, Count> counted = new HashMap<>();

	private DocumentShape(Limits limits, Document document) {
		this.limits = limits;
		this.fragments = document.getDefinitionsOfType(FragmentDefinition.class)
			.stream()
			.collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment, (one, other) -> one));
	}

	/**
	 * @throws org.solidarity.platform.Refused LIMIT_EXCEEDED with the first limit that
	 * the document exceeds, BAD_USER_INPUT where a text in it cannot be stored
	 */
	static void check(Limits limits, Document document) {
		var shape = new DocumentShape(limits, document);
		for (var operation : document.getDefinitionsOfType(OperationDefinition.class)) {
			boolean mutation = operation.getOperation() == OperationDefinition.Operation.MUTATION;
			var count = shape.count(operation.getSelectionSet()).plus(shape.directives(operation.getDirectives()));
			Limits.check(mutation ? "mutations" : "rootFields", count.width(),
					mutation ? limits.mutations() : limits.rootFields());
			operation.getVariableDefinitions().forEach(variable -> shape.value(variable.getDefaultValue()));
			Limits.check("depth", count.depth(), limits.depth());
			Limits.check("introspectionDepth", count.introspection(), limits.introspectionDepth());
			shape.check(count);
		}
		shape.fragments.keySet().forEach(name -> shape.check(shape.fragment(name)));
	}

	private void check(Count count) {
		Limits.check("fields", count.fields(), this.limits.fields());
		Limits.check("aliases", count.aliases(), this.limits.aliases());
		Limits.check("directives", count.directives(), this.limits.directives());
	}

	private Count count(@Nullable SelectionSet set) {
		Count count = Count.NOTHING;
		for (Selection<?> selection : set != null ? set.getSelections() : List.<Selection<?>>of()) {
			count = count.plus(switch (selection) {
				case Field field -> field(field);
				case InlineFragment inline -> count(inline.getSelectionSet()).plus(directives(inline.getDirectives()));
				case FragmentSpread spread -> fragment(spread.getName()).plus(directives(spread.getDirectives()));
				default -> Count.NOTHING;
			});
		}
		return count;
	}

	private Count field(Field field) {
		field.getArguments().forEach(argument -> value(argument.getValue()));
		boolean introspection = field.getName().equals("__schema") || field.getName().equals("__type");
		return count(field.getSelectionSet()).below(field.getAlias() != null, introspection)
			.plus(directives(field.getDirectives()));
	}

	/** A fragment that spreads itself counts as nothing there; it is not valid. */
	private Count fragment(String name) {
		Count known = this.counted.putIfAbsent(name, Count.NOTHING);
		FragmentDefinition fragment = this.fragments.get(name);
		if (known != null || fragment == null) {
			return known != null ? known : Count.NOTHING;
		}
		Count count = count(fragment.getSelectionSet()).plus(directives(fragment.getDirectives()));
		this.counted.put(name, count);
		return count;
	}

	private Count directives(List<Directive> directives) {
		directives.stream()
			.flatMap(directive -> directive.getArguments().stream())
			.map(Argument::getValue)
			.forEach(this::value);
		return new Count(0, 0, 0, 0, directives.size(), 0);
	}

	private void value(@Nullable Value<?> value) {
		switch (value) {
			case StringValue text -> Values.requireText(text.getValue());
			case ArrayValue list -> {
				Limits.check("listSize", list.getValues().size(), this.limits.listSize());
				list.getValues().forEach(this::value);
			}
			case ObjectValue object -> object.getObjectFields().forEach(field -> value(field.getValue()));
			case null, default -> {
			}
		}
	}

	/**
	 * What a selection holds.
	 *
	 * @param width fields at its top
	 * @param depth fields in each other, those below introspection left out
	 * @param introspection fields in each other below introspection
	 */
	private record Count(long fields, long aliases, int depth, int introspection, long directives, long width) {

		/** More than any limit, and so little that sums do not overflow. */
		private static final long MANY = 1L << 40;

		static final Count NOTHING = new Count(0, 0, 0, 0, 0, 0);

		Count plus(Count other) {
			return new Count(Math.min(MANY, this.fields + other.fields), Math.min(MANY, this.aliases + other.aliases),
					Math.max(this.depth, other.depth), Math.max(this.introspection, other.introspection),
					Math.min(MANY, this.directives + other.directives), Math.min(MANY, this.width + other.width));
		}

		/** The same below one field more. */
		Count below(boolean alias, boolean schema) {
			return new Count(this.fields + 1, this.aliases + (alias ? 1 : 0), schema ? 1 : this.depth + 1,
					schema ? this.depth : this.introspection, this.directives, 1);
		}

	}

}
