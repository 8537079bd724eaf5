package org.solidarity.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the files that the pages need, and of the libraries that bring them nothing
 * else. What has a version or a hash in its path never changes.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {

	private static final CacheControl CHECKED = CacheControl.noCache().cachePrivate();

	private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

	private final Assets assets = Assets.find();

	ConsoleConfiguration() throws IOException {
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		serve(registry, "/assets/{file:sign-in\\.css|console\\.css|console\\.js}", "/org/solidarity/console/assets/",
				CHECKED);
		serve(registry, "/assets/{file:graphiql\\.min\\.js|graphiql\\.min\\.css}",
				"/META-INF/resources/_static/graphiql/3.2.0/", CHECKED);
		serve(registry, "/assets/{file:react\\.production\\.min\\.js}", "/META-INF/resources/webjars/react/18.3.1/umd/",
				CHECKED);
		serve(registry, "/assets/{file:react-dom\\.production\\.min\\.js}",
				"/META-INF/resources/webjars/react-dom/18.3.1/umd/", CHECKED);
		serve(registry, this.assets.path() + "**", "/" + Assets.FOLDER, FOR_EVER);
		for (String library : ImportMap.LIBRARIES) {
			serve(registry, "/_static/" + library + "/**", "/META-INF/resources/_static/" + library + "/", FOR_EVER);
		}
	}

	private static void serve(ResourceHandlerRegistry registry, String pattern, String from, CacheControl cached) {
		registry.addResourceHandler(pattern).addResourceLocations("classpath:" + from).setCacheControl(cached);
	}

	@Bean
	ConsolePage consolePage() throws IOException {
		String frame = new ClassPathResource("console.html", ConsolePage.class)
			.getContentAsString(StandardCharsets.UTF_8);
		return ConsolePage.of(frame, ImportMap.ofLibraries(), this.assets);
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
