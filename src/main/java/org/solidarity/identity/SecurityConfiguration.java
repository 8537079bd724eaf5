package org.solidarity.identity;

import java.time.Clock;
import org.solidarity.platform.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	SecurityFilterChain security(HttpSecurity http, IdentityRepository identities, Transactions transactions,
			Clock clock) throws Exception {
		return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
			.csrf(csrf -> csrf.disable())
			.addFilterBefore(new TokenFilter(identities, transactions, clock),
					UsernamePasswordAuthenticationFilter.class)
			.build();
	}

}
