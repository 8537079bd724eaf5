package org.solidarity.identity;

import java.util.List;
import org.solidarity.platform.Viewer;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A request whose sender is known. */
class ViewerAuthentication extends AbstractAuthenticationToken {

	private final Viewer viewer;

	ViewerAuthentication(Viewer viewer) {
		super(List.of());
		this.viewer = viewer;
		setAuthenticated(true);
	}

	@Override
	public Viewer getPrincipal() {
		return this.viewer;
	}

	@Override
	public String getName() {
		return this.viewer.id().toString();
	}

	@Override
	public String getCredentials() {
		return "";
	}

}
