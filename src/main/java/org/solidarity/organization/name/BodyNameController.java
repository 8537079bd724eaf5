package org.solidarity.organization.name;

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
class BodyNameController {

	private final BodyNames names;

	BodyNameController(BodyNames names) {
		this.names = names;
	}

	@BatchMapping(typeName = "Body")
	Map<Body, List<BodyName>> otherNames(List<Body> bodies, @ContextValue Viewer viewer) {
		return Children.of(bodies, ids -> this.names.of(viewer, ids), BodyName::bodyId);
	}

	@MutationMapping
	AddBodyName.Payload addBodyName(Viewer viewer, @Argument AddBodyName.Input input) {
		return new AddBodyName.Payload(this.names.add(viewer, input));
	}

	@MutationMapping
	RemoveBodyName.Payload removeBodyName(Viewer viewer, @Argument RemoveBodyName.Input input) {
		return new RemoveBodyName.Payload(this.names.remove(viewer, input));
	}

	@MutationMapping
	RenameBody.Payload renameBody(Viewer viewer, @Argument RenameBody.Input input) {
		return new RenameBody.Payload(this.names.rename(viewer, input));
	}

}
