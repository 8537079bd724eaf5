package org.solidarity.identity.password;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a session lasts and how often one may guess, below {@code crm.sign-in}; how
 * long a session may rest is {@code spring.session.timeout}.
 *
 * @param longestSession from the sign-in to the end of the session, used or not
 * @param wrongPerAddress wrong passwords and tokens of one address in a minute
 * @param wrongPerAccount wrong passwords for one account in a row before it waits
 * @param longestWait that an account waits after a wrong password
 */
@ConfigurationProperties("crm.sign-in")
public record SignInRules(@DefaultValue("12h") Duration longestSession, @DefaultValue("20") int wrongPerAddress,
		@DefaultValue("10") int wrongPerAccount, @DefaultValue("1m") Duration longestWait) {
}
