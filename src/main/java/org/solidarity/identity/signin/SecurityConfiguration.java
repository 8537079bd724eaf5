package org.solidarity.identity.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.solidarity.identity.partner.ApiTokens;
import org.solidarity.platform.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * Who gets in, and where: everything needs a viewer but the sign-in page with its files,
 * the probes, what is public, the calendar feeds, whose address holds a secret, and the
 * opening of a WebSocket, whose first message tells who it is.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String[] ANYONE = { SignInController.PATH, "/assets/sign-in.css", "/actuator/health/liveness",
			"/actuator/health/readiness", "/public/**", "/calendar/feed.ics" };

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	@Bean
	SecurityFilterChain security(HttpSecurity http, ApiTokens tokens, Guesses guesses, SessionViewer sessions,
			Refusals refusals, CsrfTokenRepository csrfTokens, ManagementPort management) throws Exception {
		return http
			.authorizeHttpRequests(
					requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
						.permitAll()
						.requestMatchers(ANYONE)
						.permitAll()
						.requestMatchers(HttpMethod.POST, "/check-in")
						.permitAll()
						.requestMatchers(SecurityConfiguration::isSocket)
						.permitAll()
						.requestMatchers(management)
						.permitAll()
						.requestMatchers("/actuator/**")
						.hasAuthority(Permission.MANAGE_ACCOUNTS.name())
						.anyRequest()
						.authenticated())
			.securityContext(context -> context.securityContextRepository(sessions))
			.csrf(csrf -> csrf.spa()
				.csrfTokenRepository(csrfTokens)
				.requireCsrfProtectionMatcher(SecurityConfiguration::isForgeable))
			.addFilterBefore(new TokenFilter(tokens, guesses, refusals), CsrfFilter.class)
			.addFilterBefore(new AnyoneFilter(), AnonymousAuthenticationFilter.class)
			.exceptionHandling(failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.headers(headers -> headers.frameOptions(FrameOptionsConfig::disable).addHeaderWriter(new Headers()))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.formLogin(AbstractHttpConfigurer::disable)
			.httpBasic(AbstractHttpConfigurer::disable)
			.build();
	}

	@Bean
	CsrfTokenRepository csrfTokens() {
		var cookies = CookieCsrfTokenRepository.withHttpOnlyFalse();
		cookies.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
		return cookies;
	}

	/**
	 * Nobody signs in by Spring's ways, for which a user with a random password would be
	 * made.
	 */
	@Bean
	AuthenticationManager nobody() {
		return authentication -> {
			throw new AuthenticationServiceException("sign-in goes by " + SignInController.PATH);
		};
	}

	/**
	 * Whether another site could have made the browser send it: a change whose sender is
	 * known by a cookie, or who is about to be.
	 */
	private static boolean isForgeable(HttpServletRequest request) {
		return !READING.contains(request.getMethod())
				&& (request.getRequestURI().equals(SignInController.PATH) || request.getSession(false) != null);
	}

	private static boolean isSocket(HttpServletRequest request) {
		return request.getMethod().equals("GET") && request.getRequestURI().equals("/graphql")
				&& "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
	}

}
