package org.solidarity.platform.graphql;

import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.schema.DataFetcher;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.util.List;
import java.util.Objects;
import org.solidarity.platform.Node;
import org.solidarity.platform.NodeId;

/**
 * What every node and every payload has in common, wired once: its id, its type, its
 * errors.
 */
class NodeWiring implements WiringFactory {

	@Override
	public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
		return true;
	}

	@Override
	public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
		return of -> of.getSchema().getObjectType(((Node) of.getObject()).typeName());
	}

	@Override
	public boolean providesDataFetcher(FieldWiringEnvironment environment) {
		return isNodeId(environment) || isPayloadErrors(environment);
	}

	@Override
	public DataFetcher<?> getDataFetcher(FieldWiringEnvironment environment) {
		if (isNodeId(environment)) {
			return of -> {
				Node node = Objects.requireNonNull(of.<Node>getSource());
				return new NodeId(node.prefix(), node.id()).toString();
			};
		}
		return of -> of.getSource() instanceof MutationErrors.Payload refused ? refused.errors() : List.of();
	}

	private static boolean isNodeId(FieldWiringEnvironment environment) {
		return environment.getFieldDefinition().getName().equals("id")
				&& environment.getParentType() instanceof ObjectTypeDefinition type
				&& type.getImplements().stream().anyMatch(of -> ((TypeName) of).getName().equals("Node"));
	}

	private static boolean isPayloadErrors(FieldWiringEnvironment environment) {
		return environment.getFieldDefinition().getName().equals("errors")
				&& environment.getParentType().getName().endsWith("Payload");
	}

}
