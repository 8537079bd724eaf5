package org.solidarity.organization.identifier;

import java.util.List;
import java.util.Map;
import org.solidarity.organization.Body;
import org.solidarity.organization.Children;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class BodyIdentifierController {

	private final BodyIdentifiers identifiers;

	BodyIdentifierController(BodyIdentifiers identifiers) {
		this.identifiers = identifiers;
	}

	@BatchMapping(typeName = "Body")
	Map<Body, List<BodyIdentifier>> identifiers(List<Body> bodies, @ContextValue Viewer viewer) {
		return Children.of(bodies, ids -> this.identifiers.of(viewer, ids), BodyIdentifier::bodyId);
	}

	@MutationMapping
	AddBodyIdentifier.Payload addBodyIdentifier(Viewer viewer, @Argument AddBodyIdentifier.Input input) {
		return new AddBodyIdentifier.Payload(this.identifiers.add(viewer, input));
	}

	@MutationMapping
	VerifyBodyIdentifier.Payload verifyBodyIdentifier(Viewer viewer, @Argument VerifyBodyIdentifier.Input input) {
		return new VerifyBodyIdentifier.Payload(this.identifiers.verify(viewer, input));
	}

	@MutationMapping
	EndBodyIdentifier.Payload endBodyIdentifier(Viewer viewer, @Argument EndBodyIdentifier.Input input) {
		return new EndBodyIdentifier.Payload(this.identifiers.end(viewer, input));
	}

}
