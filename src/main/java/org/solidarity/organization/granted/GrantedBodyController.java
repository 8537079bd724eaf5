package org.solidarity.organization.granted;

import java.util.List;
import java.util.Map;
import org.solidarity.organization.Bodies;
import org.solidarity.organization.Body;
import org.solidarity.platform.Viewer;
import org.solidarity.sharing.BodyGrant;
import org.solidarity.sharing.PartnerBodyGrant;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;

@Controller
class GrantedBodyController {

	private final Bodies bodies;

	GrantedBodyController(Bodies bodies) {
		this.bodies = bodies;
	}

	@BatchMapping(typeName = "BodyGrant", field = "body")
	Map<BodyGrant, Body> ofGrants(List<BodyGrant> grants, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, grants, BodyGrant::bodyId);
	}

	@BatchMapping(typeName = "PartnerBodyGrant", field = "body")
	Map<PartnerBodyGrant, Body> ofPartnerGrants(List<PartnerBodyGrant> grants, @ContextValue Viewer viewer) {
		return this.bodies.of(viewer, grants, PartnerBodyGrant::bodyId);
	}

}
