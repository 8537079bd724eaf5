package org.solidarity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Solidarity {

	public static void main(String... arguments) {
		SpringApplication.run(Solidarity.class, arguments);
	}

}
