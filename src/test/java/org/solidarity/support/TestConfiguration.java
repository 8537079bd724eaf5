package org.solidarity.support;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** What only tests add to the application. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
class TestConfiguration {

}
