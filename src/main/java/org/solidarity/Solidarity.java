package org.solidarity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
public class Solidarity {

	public static void main(String... arguments) {
		SpringApplication.run(Solidarity.class, arguments);
	}

}
