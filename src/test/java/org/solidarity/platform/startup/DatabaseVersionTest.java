package org.solidarity.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;

class DatabaseVersionTest {

	@Test
	void aPostgresThatIsTooOldIsRefusedInOneLine() {
		var refusal = catchThrowable(() -> DatabaseVersion.check(15, "15.13 (Debian 15.13-0+deb12u1)"));
		assertThat(OneLineFailure.line(new IllegalStateException(refusal)))
			.isEqualTo("The database is PostgreSQL 15.13 (Debian 15.13-0+deb12u1); 17 or later is needed."
					+ " Look at SPRING_DATASOURCE_URL.");
	}

	@Test
	void thoseFrom17OnAreNot() {
		DatabaseVersion.check(17, "17.0");
		DatabaseVersion.check(18, "18.6");
	}

}
