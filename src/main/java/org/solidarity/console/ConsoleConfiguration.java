package org.solidarity.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the files that the pages need, and of the libraries that bring them nothing
 * else.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		serve(registry, "{file:sign-in\\.css|console\\.css|console\\.js}", "classpath:/org/solidarity/console/assets/");
		serve(registry, "{file:graphiql\\.min\\.js|graphiql\\.min\\.css}",
				"classpath:/META-INF/resources/_static/graphiql/3.2.0/");
		serve(registry, "{file:react\\.production\\.min\\.js}",
				"classpath:/META-INF/resources/webjars/react/18.3.1/umd/");
		serve(registry, "{file:react-dom\\.production\\.min\\.js}",
				"classpath:/META-INF/resources/webjars/react-dom/18.3.1/umd/");
	}

	private static void serve(ResourceHandlerRegistry registry, String file, String from) {
		registry.addResourceHandler("/assets/" + file)
			.addResourceLocations(from)
			.setCacheControl(CacheControl.noCache().cachePrivate());
	}

	@Bean
	Examples examples() throws IOException {
		var files = new PathMatchingResourcePatternResolver()
			.getResources("classpath:/org/solidarity/console/examples/*.graphql");
		Arrays.sort(files, Comparator.comparing((Resource file) -> Objects.requireNonNull(file.getFilename())));
		List<String> queries = new ArrayList<>();
		for (Resource file : files) {
			queries.add(file.getContentAsString(StandardCharsets.UTF_8));
		}
		return new Examples(queries);
	}

}
