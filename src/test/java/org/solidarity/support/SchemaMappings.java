package org.solidarity.support;

import graphql.schema.GraphQLObjectType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.solidarity.platform.Node;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Keeps what Spring finds when it compares the schema with the Java behind it. */
@Component
public class SchemaMappings implements GraphQlSourceBuilderCustomizer {

	/** Types that one record stands for, by what {@link Node#typeName} says. */
	private static final Map<String, String> SHARED = Map.of("Organization", "Body", "Local", "Body");

	private final Map<String, Class<?>> nodes = new HashMap<>();

	private @Nullable SchemaReport report;

	SchemaMappings() {
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(Node.class));
		scanner.findCandidateComponents("org.solidarity")
			.forEach(found -> this.nodes.put(ClassUtils.getShortName(Objects.requireNonNull(found.getBeanClassName())),
					ClassUtils.resolveClassName(found.getBeanClassName(), null)));
	}

	@Override
	public void customize(GraphQlSource.SchemaResourceBuilder builder) {
		builder.inspectSchemaMappings(mappings -> mappings.classResolver((type, of) -> node(type)),
				found -> this.report = found);
	}

	private List<Class<?>> node(GraphQLObjectType type) {
		Class<?> node = this.nodes.get(SHARED.getOrDefault(type.getName(), type.getName()));
		return node != null ? List.of(node) : List.of();
	}

	public SchemaReport report() {
		return Objects.requireNonNull(this.report);
	}

}
