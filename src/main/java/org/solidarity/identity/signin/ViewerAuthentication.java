package org.solidarity.identity.signin;

import java.util.List;
import org.solidarity.platform.Permission;
import org.solidarity.platform.Viewer;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A request whose sender is known. */
class ViewerAuthentication extends AbstractAuthenticationToken {

	private final transient Viewer viewer;

	ViewerAuthentication(Viewer viewer) {
		super(viewer.permissions().stream().map(Permission::name).map(SimpleGrantedAuthority::new).toList());
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
	public Object getCredentials() {
		return List.of();
	}

}
