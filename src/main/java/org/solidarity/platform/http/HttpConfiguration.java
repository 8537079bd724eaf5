package org.solidarity.platform.http;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

	/** In front of the stock handler, which lets through more than the contract does. */
	@Bean
	SimpleUrlHandlerMapping graphQlEndpointMapping(GraphQlEndpoint endpoint) {
		return new SimpleUrlHandlerMapping(Map.of("/graphql", endpoint), Ordered.HIGHEST_PRECEDENCE + 1);
	}

}
