package org.solidarity.support;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.solidarity.platform.Viewer;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.json.JsonMapper;

/** The API as one viewer sees it: everything behind the HTTP layer. */
@Component
public class Api {

	private final WebGraphQlHandler handler;

	private final JsonMapper json;

	Api(WebGraphQlHandler handler, JsonMapper json) {
		this.handler = handler;
		this.json = json;
	}

	/** Asks as this viewer; variables come as name, value, name, value … */
	public Answer ask(Viewer viewer, String document, Object... variables) {
		var named = new java.util.LinkedHashMap<String, Object>();
		for (int i = 0; i < variables.length; i += 2) {
			named.put((String) variables[i], variables[i + 1]);
		}
		var authentication = new TestingAuthenticationToken(viewer, "", List.of());
		authentication.setAuthenticated(true);
		SecurityContextHolder.getContext().setAuthentication(authentication);
		try {
			var request = new WebGraphQlRequest(URI.create("http://localhost/graphql"), new HttpHeaders(),
					new LinkedMultiValueMap<>(), null, Map.of(),
					new DefaultGraphQlRequest(document, null, named, Map.of()), UUID.randomUUID().toString(),
					Locale.ENGLISH);
			var response = this.handler.handleRequest(request).block();
			return new Answer(this.json.valueToTree(response.toMap()));
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
