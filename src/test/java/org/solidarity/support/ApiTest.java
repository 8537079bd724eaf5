package org.solidarity.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.solidarity.Solidarity;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole application on its embedded PostgreSQL, started once for all
 * of them; callers may ask as often as they like, and those who listen are told soon.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = { Solidarity.class, TestConfiguration.class },
		properties = { "crm.limits.requests-per-second=1000000", "crm.limits.points=1000000000",
				"crm.limits.points-per-second=1", "crm.limits.live.poll=50ms", "crm.limits.live.proof=500ms",
				"crm.limits.live.keep-alive=500ms", "crm.limits.live.init=2s", "crm.pledges.fold-every=1h" },
		webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FreshData.class)
public @interface ApiTest {

}
